package cases.nonatomicupdate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** No lock, no volatile: that threads share the state shows where the code is handed to them. */
public class HandedToThreads {
  private int counter;
  private static int total;
  private int once;
  private int owned;
  private final ExecutorService single = Executors.newSingleThreadExecutor();

  public void twoTasks() throws InterruptedException {
    Thread left = new Thread(() -> counter++); // want NonAtomicUpdate "counter"
    Thread right = new Thread(() -> counter++); // want NonAtomicUpdate "counter"
    left.start();
    right.start();
    left.join();
    right.join();
  }

  public void inALoop() {
    for (int i = 0; i < 4; i++) {
      new Thread(this::add).start();
    }
  }

  private void add() {
    total++; // want NonAtomicUpdate "total"
  }

  /** One task, one thread. */
  public void single() {
    new Thread(() -> once++).start();
  }

  public void ownThread() {
    for (int i = 0; i < 4; i++) {
      single.submit(() -> owned++);
    }
  }

  /** The same object for two threads. */
  static class Job implements Runnable {
    private int runs;

    @Override
    public void run() {
      runs++; // want NonAtomicUpdate "runs"
    }

    static void twice() {
      Job job = new Job();
      new Thread(job).start();
      new Thread(job).start();
    }
  }

  /** An object of its own for each thread. */
  static class Own implements Runnable {
    private int runs;

    @Override
    public void run() {
      runs++;
    }

    static void twice() {
      new Thread(new Own()).start();
      new Thread(new Own()).start();
    }
  }
}
