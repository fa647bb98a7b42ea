package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lockkeeper.annotations.Cooperative;

/** Which code is cooperative. */
public class Contexts {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final List<Runnable> tasks = new ArrayList<>();
  private volatile boolean running = true;

  /** Says it of what it is given. */
  void submit(@Cooperative Runnable task) {
    tasks.add(task);
  }

  void lambdaForParameter() {
    submit(
        () -> {
          while (running) { // want LoopWithoutYield "loop"
            Math.sqrt(2);
          }
        });
  }

  void anonymousForParameter() {
    submit(
        new Runnable() {
          @Override
          public void run() {
            while (running) { // want LoopWithoutYield "loop"
              Math.sqrt(2);
            }
          }
        });
  }

  void methodForParameter() {
    submit(this::turn);
  }

  private void turn() {
    while (running) { // want LoopWithoutYield "loop"
      Math.sqrt(2);
    }
  }

  /** Says it of all that implement it. */
  @Cooperative
  interface Task {
    void step();
  }

  static class Spinner implements Task {
    private volatile int angle;

    @Override
    public void step() {
      while (angle != 0) { // want LoopWithoutYield "loop"
        Math.sqrt(angle);
      }
    }
  }

  /** A lambda of that interface. */
  Task task() {
    return () -> {
      while (running) { // want LoopWithoutYield "loop"
        Math.sqrt(2);
      }
    };
  }

  abstract static class Actor {
    @Cooperative
    abstract void receive(String message);

    void stopped() {}
  }

  static class Echo extends Actor {
    private volatile boolean open = true;

    @Override
    void receive(String message) {
      while (open) { // want LoopWithoutYield "loop"
        message.isEmpty();
      }
    }

    /** Overrides what is not cooperative. */
    @Override
    void stopped() {
      while (open) {
        Math.sqrt(2);
      }
    }
  }

  /** What a cooperative method runs now, is cooperative. */
  @Cooperative
  void runsNow() {
    measure(
        () -> {
          while (running) { // want LoopWithoutYield "loop"
            Math.sqrt(2);
          }
        });
  }

  private static long measure(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return System.nanoTime() - start;
  }

  /** What it hands to another executor, is not. */
  @Cooperative
  void handsOver() {
    pool.execute(
        () -> {
          while (running) {
            Math.sqrt(2);
          }
        });
    pool.submit(this::grind);
    new Thread(this::grind).start();
  }

  private Integer grind() {
    int x = 1;
    while (running) {
      x = x * 3 + 1;
    }
    return x;
  }

  /** Everything in a cooperative class. */
  @Cooperative
  static class Scene {
    private volatile boolean dirty = true;

    Scene() {
      while (dirty) { // want LoopWithoutYield "loop"
        Math.sqrt(2);
      }
    }

    void paint() {
      while (dirty) { // want LoopWithoutYield "loop"
        Math.sqrt(2);
      }
    }
  }

  /** On the use of a type. */
  private final List<@Cooperative Callable<Integer>> jobs = new ArrayList<>();

  int pending() {
    return jobs.size();
  }

  /** Nobody said anything: a thread of its own may spin. */
  void ordinary() {
    while (running) {
      Math.sqrt(2);
    }
  }
}
