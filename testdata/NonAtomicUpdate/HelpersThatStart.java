package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Helpers that start one thread for the task that they are given, called for one task each. */
class HelpersThatStart {

  /** Starts at once. */
  static class Spawned {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger safe = new AtomicInteger();
    private int moved;
    private int once;
    private int locked;

    private void spawn(Runnable task) {
      Thread thread = new Thread(task);
      threads.add(thread);
      thread.start();
    }

    void run() throws InterruptedException {
      spawn(() -> moved++); // want NonAtomicUpdate "moved"
      spawn(() -> moved--); // want NonAtomicUpdate "moved"
      spawn(() -> once++);
      spawn(
          () -> {
            synchronized (safe) {
              locked++;
            }
          });
      spawn(
          () -> {
            synchronized (safe) {
              locked--;
            }
          });
      spawn(safe::incrementAndGet);
      spawn(safe::decrementAndGet);
      for (Thread each : threads) {
        each.join();
      }
    }
  }

  /** Threads that a builder keeps, and that start together. */
  static class Built {
    private final List<Thread> workers = new ArrayList<>();
    private long sold;
    private long seen;

    Built worker(Runnable task) {
      workers.add(new Thread(task));
      return this;
    }

    void go() {
      worker(() -> sold++) // want NonAtomicUpdate "sold"
          .worker(() -> sold += 2) // want NonAtomicUpdate "sold"
          .worker(() -> seen++);
      for (Thread each : workers) {
        each.start();
      }
    }
  }

  /** The helper of a helper; a pool of many threads, and one of one. */
  static class Pooled {
    private final ExecutorService many = Executors.newFixedThreadPool(4);
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private int hits;
    private int turns;

    private void fork(Runnable task) {
      submit(task);
    }

    private Future<?> submit(Runnable task) {
      return many.submit(task);
    }

    private void post(Runnable task) {
      one.execute(task);
    }

    void run() {
      fork(() -> hits++); // want NonAtomicUpdate "hits"
      fork(() -> hits--); // want NonAtomicUpdate "hits"
      post(() -> turns++);
      post(() -> turns--);
    }
  }

  /** Each is waited for, by the helper or before the next one. */
  static class InTurn {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<Thread> threads = new ArrayList<>();
    private int steps;
    private int rounds;
    private int phases;
    private int now;
    private int stages;

    private void step(Runnable task) throws InterruptedException {
      Thread thread = new Thread(task);
      thread.start();
      thread.join();
    }

    private void round(Runnable task) throws Exception {
      submit(task).get();
    }

    private Future<?> submit(Runnable task) {
      return pool.submit(task);
    }

    private void spawn(Runnable task) {
      Thread thread = new Thread(task);
      threads.add(thread);
      thread.start();
    }

    private void joinAll() throws InterruptedException {
      for (Thread each : threads) {
        each.join();
      }
    }

    private CompletableFuture<Void> stage(Runnable task) {
      return CompletableFuture.runAsync(task, pool);
    }

    private static void call(Runnable task) {
      task.run();
    }

    void run() throws Exception {
      step(() -> steps++);
      step(() -> steps--);
      round(() -> rounds++);
      round(() -> rounds--);
      spawn(() -> phases++);
      joinAll();
      spawn(() -> phases--);
      joinAll();
      call(() -> now++);
      call(() -> now--);
      stage(() -> stages++).thenCompose(done -> stage(() -> stages--)).join();
    }

    void latched() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      int[] seen = {0};
      spawn(
          () -> {
            seen[0]++;
            done.countDown();
          });
      done.await();
      spawn(() -> seen[0]--);
    }
  }
}
