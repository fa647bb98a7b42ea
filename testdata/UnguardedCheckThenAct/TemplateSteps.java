package cases.uncheckedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Steps that a template method calls under its lock. */
public class TemplateSteps {

  /** Starts once, under its lock; reports without. */
  abstract static class LifeCycle {
    private final ReentrantLock lock = new ReentrantLock();

    public final void start() {
      lock.lock();
      try {
        onStart();
      } finally {
        lock.unlock();
      }
    }

    public final void report() {
      onReport();
    }

    protected abstract void onStart();

    protected abstract void onReport();
  }

  /** Only its life cycle starts it. */
  static class Service extends LifeCycle {
    private volatile ExecutorService pool;
    private volatile String report;

    @Override
    protected void onStart() {
      if (pool == null) {
        pool = Executors.newCachedThreadPool();
      }
    }

    @Override
    protected void onReport() {
      if (report == null) {
        report = "started " + System.nanoTime(); // want UnguardedCheckThenAct "report"
      }
    }
  }
}
