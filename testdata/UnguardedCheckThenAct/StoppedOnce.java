package cases.unguardedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Steps of a life cycle that a compare-and-set lets one thread into. */
public class StoppedOnce {

  /** Stops once; may be told to flush any time. */
  abstract static class Service {
    private final AtomicBoolean stopped = new AtomicBoolean();

    public void stop() throws Exception {
      if (stopped.compareAndSet(false, true)) {
        try {
          doStop();
        } finally {
          afterStop();
        }
      }
    }

    public void flush() {
      doFlush();
    }

    /** Also when it was stopped before. */
    public void abort() {
      afterStop();
    }

    protected abstract void doStop() throws Exception;

    protected abstract void doFlush();

    protected void afterStop() {}
  }

  /** One of many services. */
  static class Listener extends Service {
    private volatile ExecutorService pool;
    private volatile ExecutorService flusher = Executors.newSingleThreadExecutor();
    private volatile ExecutorService reporter = Executors.newSingleThreadExecutor();

    void bind() {
      pool = Executors.newCachedThreadPool();
    }

    @Override
    protected void doStop() throws Exception {
      if (pool != null) {
        pool.shutdown();
        pool = null;
      }
    }

    @Override
    protected void doFlush() {
      if (flusher != null) {
        flusher.shutdown();
        flusher = null; // want UnguardedCheckThenAct "flusher"
      }
    }

    @Override
    protected void afterStop() {
      if (reporter != null) {
        reporter.shutdown();
        reporter = null; // want UnguardedCheckThenAct "reporter"
      }
    }
  }

  /** Its step goes on in the one above. */
  static class SecureListener extends Listener {
    private volatile ExecutorService handshakes = Executors.newCachedThreadPool();

    @Override
    protected void doStop() throws Exception {
      super.doStop();
      if (handshakes != null) {
        handshakes.shutdown();
        handshakes = null;
      }
    }
  }

  /** Four more, so that a call of the step may lead to many. */
  static class First extends Service {
    @Override
    protected void doStop() {}

    @Override
    protected void doFlush() {}
  }

  static class Second extends First {
    @Override
    protected void doStop() {}
  }

  static class Third extends First {
    @Override
    protected void doStop() {}
  }

  static class Fourth extends First {
    @Override
    protected void doStop() {}
  }

  /** Calls the step by itself, too. */
  static class Restarting extends Service {
    private volatile ExecutorService pool = Executors.newCachedThreadPool();

    public void restart() throws Exception {
      doStop();
      pool = Executors.newCachedThreadPool();
    }

    @Override
    protected void doStop() throws Exception {
      if (pool != null) {
        pool.shutdown();
        pool = null; // want UnguardedCheckThenAct "pool"
      }
    }

    @Override
    protected void doFlush() {}
  }
}
