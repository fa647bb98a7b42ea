package cases.unguardedcheckthenact;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rounds of one scheduled task stay so when something is wrapped around it. */
public class WrappedRounds {

  /** Logs what goes wrong, so that the next round comes all the same. */
  static final class SafeTask implements Runnable {
    private final Runnable task;

    SafeTask(Runnable task) {
      this.task = task;
    }

    static Runnable safe(Runnable task) {
      return new SafeTask(task);
    }

    static Runnable quiet(Runnable task) {
      return () -> {
        try {
          task.run();
        } catch (RuntimeException e) {
          System.err.println(e);
        }
      };
    }

    @Override
    public void run() {
      try {
        task.run();
      } catch (RuntimeException e) {
        System.err.println(e);
      }
    }
  }

  abstract static class Failover {
    volatile String current = "primary";
    volatile long failedAt = -1;
    final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

    abstract boolean available(String url);

    public String url() {
      return current;
    }
  }

  abstract static class ByHelper extends Failover {
    private volatile long since = -1;

    void start() {
      scheduler.scheduleAtFixedRate(SafeTask.safe(() -> probe()), 1, 1, TimeUnit.SECONDS);
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime();
      } else if (available("primary")) {
        since = -1;
      }
    }
  }

  abstract static class ByFunction extends Failover {
    private volatile long since = -1;

    void start() {
      scheduler.scheduleAtFixedRate(SafeTask.quiet(this::probe), 1, 1, TimeUnit.SECONDS);
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime();
      } else if (available("primary")) {
        since = -1;
      }
    }
  }

  abstract static class ByObject extends Failover {
    private volatile long since = -1;

    void start() {
      Runnable round = new SafeTask(() -> probe());
      scheduler.scheduleWithFixedDelay(round, 1, 1, TimeUnit.SECONDS);
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime();
      } else if (available("primary")) {
        since = -1;
      }
    }
  }

  /** Each request hands over one more of them. */
  abstract static class OnDemand extends Failover {
    private volatile long since = -1;
    private final Executor pool = Executors.newCachedThreadPool();

    void request() {
      pool.execute(SafeTask.safe(() -> probe()));
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime(); // want UnguardedCheckThenAct "since"
      } else if (available("primary")) {
        since = -1;
      }
    }
  }

  /** The scheduler's rounds, and one more at once. */
  abstract static class OnceMore extends Failover {
    private volatile long since = -1;
    private final Executor pool = Executors.newCachedThreadPool();

    void start() {
      Runnable round = SafeTask.quiet(this::probe);
      scheduler.scheduleAtFixedRate(round, 1, 1, TimeUnit.SECONDS);
      pool.execute(round);
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime(); // want UnguardedCheckThenAct "since"
      } else if (available("primary")) {
        since = -1;
      }
    }
  }

  /** Who runs the wrapped task is not told. */
  abstract static class Kept extends Failover {
    private volatile long since = -1;
    Runnable round;

    void start() {
      round = SafeTask.safe(() -> probe());
    }

    private void probe() {
      if (since == -1) {
        since = System.nanoTime(); // want UnguardedCheckThenAct "since"
      } else if (available("primary")) {
        since = -1;
      }
    }
  }
}
