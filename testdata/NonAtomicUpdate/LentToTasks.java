package cases.nonatomicupdate;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects in variables of a method, which hands them to a task and goes on to use them. */
class LentToTasks {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final List<String> hosts = new ArrayList<>();

  Future<?> beside() {
    AtomicInteger done = new AtomicInteger();
    Future<?> task = pool.submit(() -> done.incrementAndGet());
    done.set(done.get() + 1); // want NonAtomicUpdate "done"
    return task;
  }

  Future<?> lookUp(String host) {
    Map<String, String> names = new ConcurrentHashMap<>();
    Future<?> task = pool.submit(() -> names.put("local", "127.0.0.1"));
    String address = host + new File("missing", host).length();
    if (!names.containsKey("local")) {
      names.put("local", address); // want UnguardedCheckThenAct "names"
    }
    return task;
  }

  Thread onThread() {
    AtomicInteger steps = new AtomicInteger();
    Thread thread = new Thread(() -> steps.incrementAndGet());
    thread.start();
    steps.set(steps.get() * 2); // want NonAtomicUpdate "steps"
    return thread;
  }

  List<Future<?>> inALoop() {
    List<Future<?>> all = new ArrayList<>();
    Map<String, Integer> sizes = new ConcurrentHashMap<>();
    for (String host : hosts) {
      sizes.put(host, sizes.getOrDefault(host, 0) + 1); // want NonAtomicUpdate "sizes"
      all.add(pool.submit(() -> sizes.merge(host, 1, Integer::sum)));
    }
    return all;
  }

  /** Before anybody else has it. */
  CompletableFuture<Void> before() {
    AtomicInteger done = new AtomicInteger();
    done.set(done.get() + 1);
    return CompletableFuture.runAsync(() -> done.incrementAndGet(), pool);
  }

  int waitedFor() throws ExecutionException, InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Future<?> task = pool.submit(() -> done.incrementAndGet());
    task.get();
    done.set(done.get() + 1);
    return done.get();
  }

  int countedDown() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch latch = new CountDownLatch(hosts.size());
    for (int i = 0; i < hosts.size(); i++) {
      pool.execute(
          () -> {
            done.incrementAndGet();
            latch.countDown();
          });
    }
    latch.await();
    done.set(done.get() + 1);
    return done.get();
  }

  int byHelper() throws ExecutionException, InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      tasks.add(pool.submit(() -> done.incrementAndGet()));
    }
    waitForAll(tasks);
    done.set(done.get() + 1);
    return done.get();
  }

  private static void waitForAll(List<Future<?>> tasks)
      throws ExecutionException, InterruptedException {
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  /** The task only looks. */
  Future<Integer> shown() {
    AtomicInteger progress = new AtomicInteger();
    Future<Integer> task = pool.submit(() -> progress.get());
    for (String host : hosts) {
      progress.set(progress.get() + host.length());
    }
    return task;
  }

  /** Runs at once. */
  int each() {
    AtomicInteger letters = new AtomicInteger();
    hosts.forEach(host -> letters.addAndGet(host.length()));
    letters.set(letters.get() + 1);
    return letters.get();
  }
}
