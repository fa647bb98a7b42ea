package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Helpers that start a task for what they are given, setters, and tasks in a list. */
class GivenToTasks {

  static class Counts {
    private int launched;
    private int made;
    private int set;
    private int put;
    private int listed;

    void launch() {
      launched++; // want NonAtomicUpdate "launched"
    }

    void make() {
      made++; // want NonAtomicUpdate "made"
    }

    void set() {
      set++; // want NonAtomicUpdate "set"
    }

    void put() {
      put++; // want NonAtomicUpdate "put"
    }

    void list() {
      listed++; // want NonAtomicUpdate "listed"
    }
  }

  private static void launch(Counts counts) {
    new Thread(() -> counts.launch()).start();
  }

  static void launchTwo() {
    Counts counts = new Counts();
    launch(counts);
    launch(counts);
  }

  private static Thread worker(Counts counts) {
    return new Thread(() -> counts.make());
  }

  static void makeTwo() throws InterruptedException {
    Counts counts = new Counts();
    Thread left = worker(counts);
    Thread right = worker(counts);
    left.start();
    right.start();
    left.join();
    right.join();
  }

  static class Setter extends Thread {
    private Counts counts;
    private Counts others;

    void setCounts(Counts counts) {
      this.counts = counts;
    }

    @Override
    public void run() {
      counts.set();
      others.put();
    }

    static void startTwo() {
      Counts counts = new Counts();
      Setter left = new Setter();
      Setter right = new Setter();
      left.setCounts(counts);
      right.setCounts(counts);
      left.others = counts;
      right.others = counts;
      left.start();
      right.start();
    }
  }

  static class Lister implements Callable<Integer> {
    private final Counts counts;
    private final int times;

    Lister(Counts counts, int times) {
      this.counts = counts;
      this.times = times;
    }

    @Override
    public Integer call() {
      for (int i = 0; i < times; i++) {
        counts.list();
      }
      return times;
    }

    static void startAll(ExecutorService pool) throws InterruptedException {
      Counts counts = new Counts();
      List<Lister> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(new Lister(counts, i));
      }
      pool.invokeAll(all);
    }
  }

  /** Each task has its own, or comes after the other. */
  static class Own {
    private int launched;
    private int waited;
    private int listed;

    void launch() {
      launched++;
    }

    void await() {
      waited++;
    }

    void list() {
      listed++;
    }

    private static void launch(Own own) {
      new Thread(() -> own.launch()).start();
    }

    private static Thread waiter(Own own) {
      return new Thread(() -> own.await());
    }

    static void launchTwo() {
      launch(new Own());
      launch(new Own());
      for (int i = 0; i < 4; i++) {
        Own next = new Own();
        launch(next);
      }
    }

    static void waitForEach() throws InterruptedException {
      Own own = new Own();
      Thread first = waiter(own);
      first.start();
      first.join();
      Thread second = waiter(own);
      second.start();
      second.join();
    }

    static void listAll(ExecutorService pool) throws InterruptedException {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Own own = new Own();
        all.add(
            () -> {
              own.list();
              return 1;
            });
      }
      pool.invokeAll(all);
    }
  }
}
