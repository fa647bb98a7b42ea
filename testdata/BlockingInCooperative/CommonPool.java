package cases.blockingincooperative;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** The common pool has a thread for each processor, and everybody's tasks. */
public class CommonPool {
  private final ExecutorService own = Executors.newCachedThreadPool();
  private final CountDownLatch opened = new CountDownLatch(1);

  private String open(String name) {
    try {
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return name;
  }

  void streams(List<String> names) {
    names.parallelStream().map(n -> open(n)).forEach(n -> {}); // want BlockingInCooperative "open"
    names.parallelStream().forEach(n -> open(n)); // want BlockingInCooperative "open"
    names.stream().parallel().forEach(n -> open(n)); // want BlockingInCooperative "open"
    names.stream().map(n -> open(n)).forEach(n -> {});
    names.parallelStream().sequential().forEach(n -> open(n));
  }

  /** Given by name, or by default. */
  void given(String name) {
    CompletableFuture.supplyAsync(() -> open(name)); // want BlockingInCooperative "open"
    CompletableFuture.supplyAsync(() -> open(name), ForkJoinPool.commonPool()); // want BlockingInCooperative "open"
    CompletableFuture.supplyAsync(() -> open(name), own);
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
        .execute(() -> open(name)); // want BlockingInCooperative "open"
    ForkJoinPool.commonPool().execute(() -> open(name)); // want BlockingInCooperative "open"
  }

  /** What is attached to a task runs on that task's thread. */
  void attached(String name, CompletableFuture<String> other) {
    CompletableFuture.supplyAsync(() -> name, own).thenApply(n -> open(n));
    CompletableFuture.supplyAsync(() -> name).thenApply(n -> open(n)); // want BlockingInCooperative "open"
    other.thenApply(n -> open(n)); // want BlockingInCooperative "open"
    other.thenApplyAsync(n -> n, own).thenAccept(n -> open(n));
  }
}
