package cases.loopwithoutyield;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** Every round passes a yield point: fine, however long. */
public class Yields {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  @YieldPoint
  protected void pause() {
    Thread.yield();
  }

  interface Fiber {
    @YieldPoint
    void step();
  }

  @Cooperative
  void byThread() {
    while (running) {
      Math.sqrt(2);
      Thread.yield();
    }
  }

  @Cooperative
  void byAnnotatedMethod() {
    Runnable task;
    while ((task = tasks.poll()) != null) {
      task.run();
      pause();
    }
  }

  @Cooperative
  void byInterface(Fiber fiber) {
    for (; ; ) {
      if (!running) {
        return;
      }
      fiber.step();
    }
  }

  /** Proved: both branches of the helper reach one. */
  @Cooperative
  void byHelper() {
    int step = 0;
    while (running) {
      advance(step++);
    }
  }

  private void advance(int step) {
    if (step % 2 == 0) {
      pause();
    } else {
      rest();
    }
  }

  private void rest() {
    Thread.yield();
  }

  /** Both ways round the loop: the continue yields before it. */
  @Cooperative
  void byEveryPath() {
    while (running) {
      Runnable task = tasks.poll();
      if (task == null) {
        Thread.yield();
        continue;
      }
      task.run();
      pause();
    }
  }

  /** In the condition. */
  @Cooperative
  void inCondition() {
    while (goOn()) {
      Math.sqrt(2);
    }
  }

  private boolean goOn() {
    Thread.yield();
    return running;
  }

  /** In the update. */
  @Cooperative
  void inUpdate() {
    long i = 0;
    for (; running; Thread.yield()) {
      i++;
    }
  }

  /** In finally: also when the task fails. */
  @Cooperative
  void inFinally() {
    while (running) {
      try {
        Runnable task = tasks.poll();
        if (task == null) {
          continue;
        }
        task.run();
      } catch (IllegalStateException e) {
        tasks.clear();
      } finally {
        pause();
      }
    }
  }

  /** The inner loop yields in each of its rounds, the outer one by itself. */
  @Cooperative
  void nested() {
    while (running) {
      Runnable task;
      while ((task = tasks.poll()) != null) {
        task.run();
        Thread.yield();
      }
      Thread.yield();
    }
  }

  /** Every so many rounds is often enough. */
  @Cooperative
  void everyThousand() {
    long n = 0;
    while (running) {
      Math.sqrt(n);
      if (++n % 1000 == 0) {
        Thread.yield();
      }
    }
  }

  /** The same with a mask. */
  @Cooperative
  void everyFewByMask() {
    for (int n = 0; running; n++) {
      Math.sqrt(n);
      if ((n & 0x3ff) == 0) {
        pause();
      }
    }
  }

  /** The same with a budget that is counted down. */
  @Cooperative
  void byBudget() {
    int budget = 64;
    while (running) {
      Math.sqrt(budget);
      if (--budget == 0) {
        pause();
        budget = 64;
      }
    }
  }
}
