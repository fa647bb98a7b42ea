import java.util.concurrent.ExecutorService;

/** One object of a private class is the task of several threads; of another class each has one. */
class PrivateTasks {
  private final ExecutorService pool;

  PrivateTasks(ExecutorService pool) {
    this.pool = pool;
  }

  void startBoth() {
    Counter counter = new Counter();
    new Thread(counter).start();
    new Thread(counter).start();
  }

  void submitBoth() {
    Summer summer = new Summer();
    pool.execute(summer);
    pool.execute(summer);
  }

  void startEach(int threads) {
    for (int i = 0; i < threads; i++) {
      new Thread(new Own()).start();
    }
  }

  private static final class Counter implements Runnable {
    private int count;

    @Override
    public void run() {
      for (int i = 0; i < 1000; i++) {
        count++; // want NonAtomicUpdate "update of `count` is not atomic"
      }
    }
  }

  private static final class Summer implements Runnable {
    private volatile long sum;

    @Override
    public void run() {
      long next = sum + System.nanoTime();
      sum = next; // want NonAtomicUpdate "update of `sum` is not atomic"
    }
  }

  private static final class Own implements Runnable {
    private int count;

    @Override
    public void run() {
      for (int i = 0; i < 1000; i++) {
        count++;
      }
    }
  }
}
