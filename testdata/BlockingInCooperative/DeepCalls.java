package cases.blockingincooperative;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Blocking;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.NonBlocking;

/** Blocking calls that a reader of the task does not see. */
public class DeepCalls {
  private final Map<String, String> cache = new HashMap<>();
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  /** A retry that sleeps between its attempts. */
  static <T> T retry(Callable<T> body) throws Exception {
    for (int i = 0; i < 3; i++) {
      try {
        return body.call();
      } catch (IOException e) {
        backOff(i);
      }
    }
    throw new IOException("gave up");
  }

  private static void backOff(int i) throws InterruptedException {
    Thread.sleep(100L << i);
  }

  @Cooperative
  String withRetry(String key) throws Exception {
    return retry(() -> key.trim()); // want BlockingInCooperative "retry"
  }

  /** Inheritance: the template method lives in the base class. */
  abstract static class Template {
    @Cooperative
    final void handle(String s) {
      before();
      step(s); // want BlockingInCooperative "step"
    }

    void before() {}

    abstract void step(String s);
  }

  static class Sleeper extends Template {
    @Override
    void step(String s) {
      try {
        Thread.sleep(s.length());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Resource whose close waits. */
  static class Session implements AutoCloseable {
    private final Thread worker = new Thread(() -> {});

    @Override
    public void close() {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Cooperative
  void resource() {
    try (Session s = new Session()) { // want BlockingInCooperative "close"
      s.hashCode();
    }
  }

  /** Reads by the superclass of the stream: who knows what it is. */
  private static int readAll(InputStream in) throws IOException {
    int n = 0;
    while (in.read() >= 0) {
      n++;
    }
    return n;
  }

  @Cooperative
  int reads(InputStream in) throws IOException {
    return readAll(in); // want BlockingInCooperative "readAll"
  }

  /** By a function value made in the task. */
  @Cooperative
  String byFunction(String key) {
    Function<String, String> load = k -> slow(k); // want BlockingInCooperative "slow"
    return load.apply(key);
  }

  @Cooperative
  String bySupplier(Supplier<String> s) {
    return s.get();
  }

  private String slow(String k) {
    try {
      return queue.take() + k;
    } catch (InterruptedException e) {
      return null;
    }
  }

  @Cooperative
  String cached(String key) {
    return cache.computeIfAbsent(key, k -> slow(k)); // want BlockingInCooperative "slow"
  }

  /** Recursion. */
  @Cooperative
  int tree(int depth) {
    return descend(depth); // want BlockingInCooperative "descend"
  }

  private int descend(int depth) {
    if (depth == 0) {
      slow("leaf");
      return 0;
    }
    return descend(depth - 1) + descend(depth - 1);
  }

  /** Both branches hand over, and one waits. */
  @Cooperative
  String sometimes(boolean sync) throws Exception {
    Future<String> f = pool.submit(() -> slow("x"));
    if (sync) {
      return f.get(); // want BlockingInCooperative "get"
    }
    return "later";
  }

  /** Declared. */
  @Blocking
  void legacy() {}

  @NonBlocking
  void checked() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Cooperative
  void contracts() {
    legacy(); // want BlockingInCooperative "legacy"
    checked();
  }

  /** Static helper class in between. */
  static final class Io {
    private Io() {}

    static void nap(long ms) {
      try {
        Thread.sleep(ms);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    static long clock() {
      return System.nanoTime();
    }
  }

  @Cooperative
  void statics() {
    Io.nap(Io.clock()); // want BlockingInCooperative "nap"
  }

  /** Inner class of the task. */
  @Cooperative
  void inner() {
    class Local {
      void go() {
        slow("local");
      }
    }
    new Local().go(); // want BlockingInCooperative "go"
  }

  /** What is kept for later is not run here. */
  private final Deque<Runnable> later = new ArrayDeque<>();

  @Cooperative
  void kept() {
    later.add(() -> slow("later"));
    CompletableFuture.runAsync(() -> slow("async"), pool);
  }

  /** Not a task. */
  void plain() {
    slow("plain");
    Io.nap(10);
  }
}
