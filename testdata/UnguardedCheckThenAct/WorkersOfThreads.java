import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** Each thread has a worker of its own; the common one is for all. */
class WorkersOfThreads {
  private final ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);
  private final Common common = new Common();
  private final ExecutorService pool;

  WorkersOfThreads(ExecutorService pool) {
    this.pool = pool;
  }

  void schedule(Runnable task) {
    workers.get().schedule(task);
  }

  void scheduleCommon(Runnable task) {
    pool.execute(() -> common.schedule(task));
  }

  private static final class Worker {
    private volatile Deque<Runnable> queue = new ArrayDeque<>();
    private volatile boolean running;

    void schedule(Runnable task) {
      queue.addLast(task);
      tryRun();
    }

    private void tryRun() {
      if (!running) {
        running = true;
        try {
          queue.pollFirst().run();
        } finally {
          running = false;
        }
      }
    }
  }

  private static final class Common {
    private volatile boolean running;

    void schedule(Runnable task) {
      if (!running) {
        running = true; // want UnguardedCheckThenAct "`running` may change"
        try {
          task.run();
        } finally {
          running = false;
        }
      }
    }
  }
}
