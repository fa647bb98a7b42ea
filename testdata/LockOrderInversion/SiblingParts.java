package cases.lockorderinversion;

/** Two implementations of one contract, each with parts of its own: the parts of one never meet those of the other. */
public class SiblingParts {

  abstract static class Wrapper {
    protected final Object lock = new Object();
    protected int interest;

    abstract void register();
  }

  abstract static class Worker {
    protected final Wrapper wrapper;

    Worker(Wrapper wrapper) {
      this.wrapper = wrapper;
    }

    abstract void work();
  }

  /** Registers with a poller, and locks nothing. */
  static class PolledEndpoint extends Endpoint {
    static class PolledWrapper extends Wrapper {
      private boolean polled;

      @Override
      void register() {
        polled = true;
      }
    }

    static class PolledWorker extends Worker {
      PolledWorker(Wrapper wrapper) {
        super(wrapper);
      }

      @Override
      void work() {
        synchronized (wrapper.lock) {
          wrapper.register();
        }
      }
    }
  }

  /** Registers under a lock of its own, and never while the worker's is held. */
  static class AsyncEndpoint extends Endpoint {
    static class AsyncWrapper extends Wrapper {
      private final Object handler = new Object();

      @Override
      void register() {
        synchronized (handler) {
          interest++;
        }
      }

      void complete() {
        synchronized (handler) {
          synchronized (lock) {
            interest--;
          }
        }
      }
    }
  }

  abstract static class Endpoint {
    protected int open;
  }

  /** Here the worker is the sibling's own. */
  abstract static class Port {
    protected int open;
  }

  abstract static class Line {
    protected final Object lock = new Object();
    protected int interest;

    abstract void register();
  }

  static class PolledPort extends Port {
    static class PolledLine extends Line {
      private boolean polled;

      @Override
      void register() {
        polled = true;
      }
    }
  }

  static class AsyncPort extends Port {
    static class AsyncLine extends Line {
      private final Object handler = new Object();

      @Override
      void register() {
        synchronized (handler) {
          interest++;
        }
      }

      void complete() {
        synchronized (handler) {
          synchronized (lock) { // want LockOrderInversion "handler"
            interest--;
          }
        }
      }
    }

    static class AsyncWorker {
      private final Line line;

      AsyncWorker(Line line) {
        this.line = line;
      }

      void work() {
        synchronized (line.lock) {
          line.register();
        }
      }
    }
  }
}
