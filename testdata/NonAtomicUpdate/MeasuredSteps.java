package cases.nonatomicupdate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** Steps that are handed to a helper, which runs them at once and measures or repeats them. */
public class MeasuredSteps {

  static void timed(Runnable step) {
    long start = System.nanoTime();
    try {
      step.run();
    } finally {
      System.out.println(System.nanoTime() - start);
    }
  }

  static int retried(IntSupplier step) {
    for (int i = 0; ; i++) {
      try {
        return step.getAsInt();
      } catch (IllegalStateException e) {
        if (i == 3) {
          throw e;
        }
      }
    }
  }

  /** One object, two threads. */
  static class Meter {
    private final Lock lock = new ReentrantLock();
    private long total;
    private int calls;
    private int safe;
    private int alone;

    void tick() {
      timed(() -> total += 1); // want NonAtomicUpdate "total"
    }

    int call() {
      return retried(() -> ++calls); // want NonAtomicUpdate "calls"
    }

    void tickSafe() {
      locked(() -> safe++);
    }

    void tickAlone() {
      timed(() -> alone++);
    }

    private void locked(Runnable step) {
      lock.lock();
      try {
        step.run();
      } finally {
        lock.unlock();
      }
    }
  }

  static void twoThreads() {
    Meter meter = new Meter();
    Meter own = new Meter();
    Thread a =
        new Thread(
            () -> {
              meter.tick();
              meter.call();
              meter.tickSafe();
            });
    Thread b =
        new Thread(
            () -> {
              meter.tick();
              meter.call();
              meter.tickSafe();
            });
    Thread c = new Thread(() -> own.tickAlone());
    a.start();
    b.start();
    c.start();
  }

  /** The task itself is measured. */
  static class Hits {
    private int n;

    void hit() {
      n++; // want NonAtomicUpdate "n"
    }
  }

  static void manyTasks(ExecutorService pool) {
    Hits hits = new Hits();
    for (int i = 0; i < 10; i++) {
      pool.execute(() -> timed(() -> hits.hit()));
    }
  }

  /** Helpers of tasks, and what the task's object has. */
  static class Ingest {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private int lines;
    private int bytes;
    private int written;
    private int rounds;

    void accept(String line) {
      pool.execute(() -> parse(line));
      writer.execute(() -> timed(() -> written++));
    }

    private void parse(String line) {
      timed(() -> lines++); // want NonAtomicUpdate "lines"
      Runnable count = () -> bytes += line.length(); // want NonAtomicUpdate "bytes"
      count.run();
    }

    void all(int n) {
      for (int i = 0; i < n; i++) {
        new Thread(() -> timed(() -> rounds++)).start(); // want NonAtomicUpdate "rounds"
      }
    }
  }
}
