package cases.unguardedcheckthenact;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** State that tasks of one event loop change, however their classes are written. */
public class TasksOnOneLoop {
  private final EventExecutor loop;
  private final ExecutorService pool;
  private volatile String retry;
  private volatile String address;
  private volatile String leaked;
  private volatile String pooled;

  TasksOnOneLoop(EventExecutor loop, ExecutorService pool) {
    this.loop = loop;
    this.pool = pool;
  }

  public void failed() {
    class Retry implements Runnable {
      @Override
      public void run() {
        retry = null;
        connect("again");
      }
    }

    loop.execute(
        () -> {
          if (retry == null) {
            retry = "soon";
            loop.schedule(new Retry(), 10, TimeUnit.MILLISECONDS);
          }
        });
  }

  private void connect(String to) {
    if (address == null) {
      address = to;
      open(to);
    }
  }

  /** One step of the loop. */
  private class Reset implements Runnable {
    @Override
    public void run() {
      if (address != null) {
        open(address);
        address = null;
      }
    }
  }

  public void reset() {
    loop.execute(new Reset());
  }

  /** Given to the loop, and to others. */
  private class Leak implements Runnable {
    @Override
    public void run() {
      if (leaked == null) {
        leaked = "open"; // want UnguardedCheckThenAct "leaked"
        open(leaked);
      }
    }
  }

  public Runnable leak() {
    Leak leak = new Leak();
    loop.execute(new Leak());
    return leak;
  }

  public void pool() {
    class Pooled implements Runnable {
      @Override
      public void run() {
        if (pooled == null) {
          pooled = "open"; // want UnguardedCheckThenAct "pooled"
          open(pooled);
        }
      }
    }

    pool.execute(new Pooled());
  }

  private void open(String to) {
    pool.submit(() -> to.length());
  }
}
