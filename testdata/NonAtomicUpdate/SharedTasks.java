package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plain counters that several tasks get at. */
public class SharedTasks {

  /** One object, two threads, by lambda. */
  static class Counter {
    private int count;

    void inc() {
      count++; // want NonAtomicUpdate "count"
    }

    int get() {
      return count;
    }
  }

  static int twoThreads() throws InterruptedException {
    Counter counter = new Counter();
    Thread a =
        new Thread(
            () -> {
              for (int i = 0; i < 1000; i++) {
                counter.inc();
              }
            });
    Thread b =
        new Thread(
            () -> {
              for (int i = 0; i < 1000; i++) {
                counter.inc();
              }
            });
    a.start();
    b.start();
    a.join();
    b.join();
    return counter.get();
  }

  /** One object, many tasks, by method reference. */
  static class Meter {
    private long total;

    void tick() {
      total += 1; // want NonAtomicUpdate "total"
    }
  }

  static void manyTasks() {
    Meter meter = new Meter();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 1000; i++) {
      pool.submit(meter::tick);
    }
    pool.shutdown();
  }

  /** Passed by constructor to two runnables. */
  static class Account {
    private int balance;

    void deposit(int n) {
      balance = balance + n; // want NonAtomicUpdate "balance"
    }
  }

  static class Depositor implements Runnable {
    private final Account account;

    Depositor(Account account) {
      this.account = account;
    }

    @Override
    public void run() {
      account.deposit(10);
    }
  }

  static void depositors() {
    Account account = new Account();
    new Thread(new Depositor(account)).start();
    new Thread(new Depositor(account)).start();
  }

  /** A static of a thread class. */
  static class Worker extends Thread {
    private static int done;
    private int mine;

    @Override
    public void run() {
      done++; // want NonAtomicUpdate "done"
      mine++;
    }
  }

  static void workers() {
    for (int i = 0; i < 5; i++) {
      new Worker().start();
    }
  }

  /** One runnable object, two threads. */
  static class Ticket implements Runnable {
    private int left = 100;

    @Override
    public void run() {
      while (left > 0) {
        left--; // want NonAtomicUpdate "left" UnguardedCheckThenAct "left"
      }
    }
  }

  static void sell() {
    Ticket t = new Ticket();
    new Thread(t, "window 1").start();
    new Thread(t, "window 2").start();
  }

  /** One runnable lambda, two threads. */
  static class Shared {
    private int n;

    void start() {
      Runnable r = () -> n++; // want NonAtomicUpdate "n"
      new Thread(r).start();
      new Thread(r).start();
    }
  }

  /** Callables in a list, all on one field. */
  static class Summer {
    private int sum;
    private final ExecutorService pool = Executors.newCachedThreadPool();

    int sum(List<Integer> all) throws Exception {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int n : all) {
        tasks.add(
            () -> {
              sum += n; // want NonAtomicUpdate "sum"
              return null;
            });
      }
      for (Future<Void> f : pool.invokeAll(tasks)) {
        f.get();
      }
      return sum;
    }
  }

  /** Asynchronous stages in a loop. */
  static class Async {
    private int finished;

    void go(List<String> names) {
      for (String name : names) {
        CompletableFuture.runAsync(
            () -> {
              System.out.println(name);
              finished++; // want NonAtomicUpdate "finished"
            });
      }
    }
  }

  // fine

  /** Each thread has an object of its own. */
  static class Own implements Runnable {
    private int n;

    @Override
    public void run() {
      n++;
    }
  }

  static void own() {
    new Thread(new Own()).start();
    new Thread(new Own()).start();
    for (int i = 0; i < 3; i++) {
      new Thread(new Own()).start();
    }
  }

  /** Made inside the task. */
  static class Inner {
    private int n;

    void add() {
      n++;
    }
  }

  static void inner() {
    for (int i = 0; i < 3; i++) {
      new Thread(
              () -> {
                Inner in = new Inner();
                in.add();
                in.add();
              })
          .start();
    }
  }

  /** Synchronized all the time. */
  static class Safe {
    private int n;

    synchronized void add() {
      n++;
    }
  }

  static void safe() {
    Safe s = new Safe();
    new Thread(s::add).start();
    new Thread(s::add).start();
  }

  /** One thread only, and the starter looks after it is done. */
  static class Single {
    private int n;

    int go() throws InterruptedException {
      Thread t = new Thread(() -> n++);
      t.start();
      t.join();
      n++;
      return n;
    }
  }

  /** A pool of one thread. */
  static class OneThread {
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private int n;

    void go() {
      for (int i = 0; i < 10; i++) {
        one.execute(() -> n++);
      }
    }
  }

  /** Nobody starts a thread. */
  static class Plain {
    private int n;

    void add() {
      n++;
    }
  }
}
