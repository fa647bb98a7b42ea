package cases.unguardedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who wins a compare-and-set hands the work to a task: one task for each win. */
public class WonTasks {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private volatile ExecutorService closed = Executors.newCachedThreadPool();
  private volatile StringBuilder buffer;
  private volatile StringBuilder spare;
  private volatile StringBuilder parts;
  private volatile StringBuilder early;
  private volatile StringBuilder loose;

  public void close() {
    if (closing.compareAndSet(false, true)) {
      pool.execute(
          new Runnable() {
            @Override
            public void run() {
              doClose();
            }
          });
    }
  }

  protected void doClose() {
    if (closed != null) {
      closed.shutdown();
      closed = null;
    }
  }

  public void flush() {
    if (!flushing.compareAndSet(false, true)) {
      return;
    }
    pool.execute(
        () -> {
          if (buffer == null) {
            buffer = new StringBuilder();
          }
          flushing.set(false);
        });
    pool.execute(this::useSpare);
  }

  private void useSpare() {
    if (spare == null) {
      spare = new StringBuilder();
    }
  }

  /** As many tasks as parts. */
  public void flushParts(int count) {
    if (closing.compareAndSet(false, true)) {
      for (int i = 0; i < count; i++) {
        pool.execute(this::flushPart);
      }
    }
  }

  private void flushPart() {
    if (parts == null) {
      parts = new StringBuilder(); // want UnguardedCheckThenAct "parts"
    }
  }

  /** The next task may come while this one still runs. */
  public void flushSoon() {
    if (flushing.compareAndSet(false, true)) {
      pool.execute(
          () -> {
            flushing.set(false);
            if (early == null) {
              early = new StringBuilder(); // want UnguardedCheckThenAct "early"
            }
          });
    }
  }

  /** Nobody had to win for the second task. */
  public void flushLoose() {
    if (flushing.compareAndSet(false, true)) {
      pool.execute(this::useLoose);
    }
    pool.execute(this::useLoose);
  }

  private void useLoose() {
    if (loose == null) {
      loose = new StringBuilder(); // want UnguardedCheckThenAct "loose"
    }
  }

  /** Whoever adopts another's child may end it: no win is the child's own. */
  public void closeChild(WonTasks child) {
    if (closing.compareAndSet(false, true)) {
      pool.execute(child::end);
    }
  }

  private volatile StringBuilder ended;

  private void end() {
    if (ended == null) {
      ended = new StringBuilder(); // want UnguardedCheckThenAct "ended"
    }
  }
}
