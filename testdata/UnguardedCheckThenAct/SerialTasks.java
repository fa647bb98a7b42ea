package cases.unguardedcheckthenact;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.SynchronizationContext;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** State that changes only in tasks of an executor that runs one after the other. */
public class SerialTasks {
  enum Phase {
    IDLE,
    READY,
    FAILED
  }

  /** Everything that changes runs in the context, and others look on. */
  static class Link {
    private final SynchronizationContext context = new SynchronizationContext((t, e) -> fail());
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private final Attempts attempts = new Attempts();
    private final Runnable giveUp =
        new Runnable() {
          @Override
          public void run() {
            close("gave up");
          }
        };
    private volatile String reason;

    void connect() {
      class Connect implements Runnable {
        @Override
        public void run() {
          if (phase.get() == Phase.IDLE) {
            phase.set(Phase.READY);
          }
          attempts.note(1);
        }
      }

      context.execute(new Connect());
    }

    void abandon() {
      context.executeLater(giveUp);
    }

    private void fail() {
      if (phase.get() != Phase.FAILED) {
        phase.set(Phase.FAILED);
        close("failed");
      }
    }

    /** Callers run in the context. */
    public void refused(String why) {
      context.throwIfNotInThisSynchronizationContext();
      if (phase.get() == Phase.READY) {
        phase.set(Phase.IDLE);
      }
      close(why);
    }

    private void close(String why) {
      if (reason == null) {
        reason = why;
      }
    }

    String state() {
      return phase.get() + " " + reason + " " + attempts.last;
    }
  }

  /** Each link has its own. */
  static class Attempts {
    volatile int last;

    void note(int seen) {
      if (last < seen) {
        last = seen;
      }
    }
  }

  /** One caller does not go through the context. */
  static class Hurried {
    private final SynchronizationContext context = new SynchronizationContext((t, e) -> {});
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);

    void start() {
      context.execute(
          () -> {
            if (phase.get() == Phase.IDLE) {
              phase.set(Phase.READY); // want UnguardedCheckThenAct "phase"
            }
          });
    }

    public void stop() {
      phase.set(Phase.FAILED);
    }
  }

  /** Two executors, which run beside each other. */
  static class Duplex {
    private final Executor reads = MoreExecutors.newSequentialExecutor(Runnable::run);
    private final Executor writes = MoreExecutors.newSequentialExecutor(Runnable::run);
    private volatile String closedBy;

    void readFailed() {
      reads.execute(() -> closed("reader"));
    }

    void writeFailed() {
      writes.execute(() -> closed("writer"));
    }

    private void closed(String by) {
      if (closedBy == null) {
        closedBy = by; // want UnguardedCheckThenAct "closedBy"
      }
    }

    String closedBy() {
      return closedBy;
    }
  }

  /** What the links share is changed by as many executors as there are links. */
  static class Totals {
    volatile int most;

    void seen(int open) {
      if (most < open) {
        most = open; // want UnguardedCheckThenAct "most"
      }
    }
  }

  /** One of many links. */
  static class Counted {
    private final Executor inOrder = MoreExecutors.newSequentialExecutor(Runnable::run);
    private final Totals totals;

    Counted(Totals totals) {
      this.totals = totals;
    }

    void opened(int open) {
      inOrder.execute(() -> totals.seen(open));
    }
  }

  /** A pool's tasks, one after the other, and the pool itself. */
  static class Mailbox {
    private final Executor pool;
    private final Executor inOrder;
    private volatile String latest;
    private volatile String oldest;

    Mailbox(Executor pool) {
      this.pool = pool;
      inOrder = MoreExecutors.newSequentialExecutor(pool);
    }

    void arrived(String mail) {
      inOrder.execute(
          () -> {
            if (latest == null || !latest.equals(mail)) {
              latest = mail;
            }
          });
    }

    void kept(String mail) {
      pool.execute(
          () -> {
            if (oldest == null) {
              oldest = mail; // want UnguardedCheckThenAct "oldest"
            }
          });
    }

    String both() {
      return latest + oldest;
    }
  }
}
