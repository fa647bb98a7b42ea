package cases.uncheckedcheckthenact;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Workers of which there is one at a time, because only who wins a race starts the next one. */
class WonStarts {

  /** Wraps what an executor runs, as pools do to give their threads a name. */
  static final class Named implements Runnable {
    private final String name;
    private final Runnable task;

    Named(String name, Runnable task) {
      this.name = name;
      this.task = task;
    }

    @Override
    public void run() {
      Thread.currentThread().setName(name);
      task.run();
    }
  }

  static class Listener {
    private final AtomicReference<Acceptor> current = new AtomicReference<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private volatile boolean selectable;
    private volatile boolean disposing;

    Listener(Executor executor) {
      this.executor = executor;
      selectable = true;
    }

    void bind(String address) {
      requests.add(address);
      if (current.get() == null) {
        Acceptor acceptor = new Acceptor();
        if (current.compareAndSet(null, acceptor)) {
          execute(acceptor);
        }
      }
    }

    private void execute(Runnable worker) {
      executor.execute(new Named("acceptor", worker));
    }

    void dispose() {
      disposing = true;
    }

    private final class Acceptor implements Runnable {
      @Override
      public void run() {
        while (selectable) {
          if (requests.poll() == null && disposing) {
            break;
          }
        }
        if (selectable && disposing) {
          selectable = false;
          requests.clear();
        }
        current.set(null);
      }
    }
  }

  /** Every call starts a worker of its own. */
  static class EachStarts {
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private volatile boolean selectable = true;
    private volatile boolean disposing;

    EachStarts(Executor executor) {
      this.executor = executor;
    }

    void bind(String address) {
      requests.add(address);
      executor.execute(new Acceptor());
    }

    void dispose() {
      disposing = true;
    }

    private final class Acceptor implements Runnable {
      @Override
      public void run() {
        if (selectable && disposing) {
          selectable = false; // want UnguardedCheckThenAct "selectable"
          requests.clear();
        }
      }
    }
  }

  /** One at a time, but others than the worker change what it tests. */
  static class OthersChangeIt {
    private final AtomicBoolean running = new AtomicBoolean();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private volatile boolean paused;

    OthersChangeIt(Executor executor) {
      this.executor = executor;
    }

    void submit(String request) {
      requests.add(request);
      if (running.compareAndSet(false, true)) {
        executor.execute(this::drain);
      }
    }

    private void drain() {
      if (paused) {
        paused = false; // want UnguardedCheckThenAct "paused"
        requests.clear();
      }
      running.set(false);
    }

    void togglePause() {
      paused = !paused; // want NonAtomicUpdate "paused"
    }
  }

  /** The winner starts one, the losers another. */
  static class LosersToo {
    private final AtomicBoolean first = new AtomicBoolean();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private volatile boolean open = true;

    LosersToo(Executor executor) {
      this.executor = executor;
    }

    void submit(String request) {
      requests.add(request);
      if (first.compareAndSet(false, true)) {
        executor.execute(this::end);
      } else {
        executor.execute(this::end);
      }
    }

    private void end() {
      if (open) {
        open = false; // want UnguardedCheckThenAct "open"
        requests.clear();
      }
    }
  }
}
