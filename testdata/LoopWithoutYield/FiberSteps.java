package cases.loopwithoutyield.fibersteps;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import org.lockkeeper.annotations.*;

/** Cooperative forms. */
/** Steps, sorts and searches of cooperative tasks. */
interface Step {
  @Cooperative
  boolean step();
}

class Scheduler {
  private final Deque<@Cooperative Runnable> ready = new ArrayDeque<>();
  private @Cooperative Runnable current;
  private final List<Step> steps = new ArrayList<>();

  void spawn(@Cooperative("fibers") Runnable r) {}

  void use(Path p, Socket s, BlockingQueue<String> q) {
    spawn(
        () -> {
          try {
            Files.lines(p).forEach(System.out::println); // want BlockingInCooperative "Files.lines"
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    spawn(
        () -> {
          long sum = 0;
          for (long i = 0; i < Long.MAX_VALUE; i++) { // want LoopWithoutYield "unbounded loop can g"
            sum += i;
          }
          System.out.println(sum);
        });
    spawn(this::work);
    steps.add(() -> q.offer("x"));
    steps.add(
        () -> {
          try {
            return q.take() != null; // want BlockingInCooperative "BlockingQueue.take"
          } catch (InterruptedException e) {
            return false;
          }
        });
    current =
        () -> {
          LockSupport.park(); // want BlockingInCooperative "LockSupport.park"
        };
  }

  private void work() {
    while (ready.size() < 10) { // want LoopWithoutYield "ready"
      Thread.onSpinWait();
    }
  }

  @Cooperative
  int primes(int n) {
    int count = 0;
    for (int i = 2; i < n; i++) { // want LoopWithoutYield "quadratic loop can g"
      boolean prime = true;
      for (int j = 2; j * j <= i; j++) {
        if (i % j == 0) {
          prime = false;
          break;
        }
      }
      if (prime) count++;
    }
    return count;
  }

  @Cooperative
  void matrix(double[][] a, double[][] b, double[][] c, int n) {
    for (int i = 0; i < n; i++) { // want LoopWithoutYield "quadratic loop can g"
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
  }

  @Cooperative
  void matrixYields(double[][] a, double[][] b, double[][] c, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
        Thread.yield();
      }
    }
  }

  @Cooperative
  void poll(AtomicBoolean flag) {
    while (!flag.get()) { // want LoopWithoutYield "flag"
      Thread.onSpinWait();
    }
  }

  @Cooperative
  void reads(BufferedReader r) throws IOException {
    String line;
    while ((line = r.readLine()) != null) { // want BlockingInCooperative "BufferedReader.readLine"
      System.out.println(line);
    }
  }

  @Cooperative
  void selector(Selector s) throws IOException {
    s.select(); // want BlockingInCooperative "Selector.select"
    s.selectNow();
  }

  @Cooperative
  void tryDo(Lock l, Semaphore s) throws Exception {
    if (l.tryLock()) {
      l.unlock();
    }
    if (s.tryAcquire(5, TimeUnit.SECONDS)) { // want BlockingInCooperative "Semaphore.tryAcquire"
      s.release();
    }
    if (l.tryLock(5, TimeUnit.SECONDS)) {
      l.unlock();
    }
  }

  @Cooperative
  void exec(ExecutorService pool, Callable<String> c) throws Exception {
    pool.submit(c).get(); // want BlockingInCooperative "Future.get"
    pool.invokeAny(List.of(c)); // want BlockingInCooperative "ExecutorService.invokeAny"
    CompletableFuture.supplyAsync(() -> 1).thenApply(x -> x + 1).join(); // want BlockingInCooperative "CompletableFuture.join"
    CompletableFuture.allOf(CompletableFuture.runAsync(() -> {})).get(); // want BlockingInCooperative "CompletableFuture.get"
    Executors.newSingleThreadExecutor()
        .submit(
            () -> {
              Thread.sleep(1000);
              return 1;
            });
  }

  @Cooperative
  void yieldsEach(List<List<String>> l) {
    for (List<String> a : l) {
      for (String b : a) {
        System.out.println(b);
        Thread.yield();
      }
    }
  }

  @Cooperative
  void whileIt(Iterator<Integer> it, Map<Integer, Integer> m) {
    while (it.hasNext()) { // want LoopWithoutYield "quadratic loop can g"
      int x = it.next();
      for (int y : m.values()) {
        m.put(x, y);
      }
    }
  }

  @Cooperative
  void backoff() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      Thread.sleep(1L << i); // want BlockingInCooperative "Thread.sleep"
    }
  }

  @YieldPoint
  void checkpoint() {
    Thread.yield();
  }

  @Cooperative
  void checkpoints(Queue<Integer> q) {
    while (true) {
      Integer i = q.poll();
      if (i == null) return;
      checkpoint();
    }
  }

  @Cooperative
  void notAlways(ConcurrentLinkedQueue<Integer> q) {
    Integer i;
    while ((i = q.poll()) != null) { // want LoopWithoutYield "q"
      if (i < 0) {
        continue;
      }
      checkpoint();
    }
  }

  @Cooperative
  void finallyOk(Queue<Integer> q) {
    Integer i;
    while ((i = q.poll()) != null) {
      try {
        if (i < 0) continue;
        System.out.println(i);
      } finally {
        checkpoint();
      }
    }
  }

  /** A loop of calls of itself. */
  @Cooperative
  void permute(List<Integer> xs, int k) {
    if (k == 0) return;
    for (int i = 0; i < xs.size(); i++) {
      permute(xs, k - 1); // want LoopWithoutYield "every call makes many more"
    }
  }
}

class Sorts {
  @Cooperative
  void bubble(int[] a) {
    int n = a.length;
    for (int i = 0; i < n - 1; i++) { // want LoopWithoutYield "quadratic loop can g"
      for (int j = 0; j < n - i - 1; j++) {
        if (a[j] > a[j + 1]) {
          int t = a[j];
          a[j] = a[j + 1];
          a[j + 1] = t;
        }
      }
    }
  }

  @Cooperative
  void selection(int[] a) {
    for (int i = 0; i < a.length; i++) { // want LoopWithoutYield "quadratic loop can g"
      int m = i;
      for (int j = i + 1; j < a.length; j++) {
        if (a[j] < a[m]) m = j;
      }
      int t = a[m];
      a[m] = a[i];
      a[i] = t;
    }
  }

  @Cooperative
  int triangle(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) { // want LoopWithoutYield "quadratic loop can g"
      for (int j = 0; j < i; j++) s += j;
    }
    return s;
  }

  @Cooperative
  int search(int[] a, int[] keys) {
    int hits = 0;
    for (int key : keys) {
      int lo = 0, hi = a.length - 1;
      while (lo <= hi) {
        int mid = (lo + hi) >>> 1;
        if (a[mid] == key) {
          hits++;
          break;
        } else if (a[mid] < key) lo = mid + 1;
        else hi = mid - 1;
      }
    }
    return hits;
  }

  @Cooperative
  int grid(int[][] g) {
    int s = 0;
    for (int i = 0; i < g.length; i++) { // want LoopWithoutYield "quadratic loop can g"
      for (int j = 0; j < g[i].length; j++) s += g[i][j];
    }
    return s;
  }

  @Cooperative
  void countPrimes(int n) {
    int c = 0;
    for (int i = 2; i <= n; i++) { // want LoopWithoutYield "a loop inside a loop"
      if (isPrime(i)) c++;
    }
  }

  @Cooperative
  void countFewPrimes() {
    int c = 0;
    for (int i = 2; i <= 100; i++) {
      if (isPrime(i)) c++;
    }
  }

  @Cooperative
  void rows(StringBuilder text, int n) {
    for (int i = 0; i < n; i++) {
      pad(text, 8);
    }
  }

  /** A staircase. */
  @Cooperative
  void stairs(StringBuilder text, int n) {
    for (int i = 0; i < n; i++) { // want LoopWithoutYield "a loop inside a loop"
      pad(text, i);
    }
  }

  /** Each byte is moved once. */
  @Cooperative
  void inPieces(byte[] from, byte[] to) {
    int at = 0;
    while (at < from.length) {
      int n = Math.min(64, from.length - at);
      move(from, to, at, n);
      at += n;
    }
  }

  private void move(byte[] from, byte[] to, int at, int n) {
    for (int i = at; i < at + n; i++) {
      to[i] = from[i];
    }
  }

  private void pad(StringBuilder text, int width) {
    for (int i = 0; i < width; i++) {
      text.append(' ');
    }
  }

  private boolean isPrime(int n) {
    for (int i = 2; i * i <= n; i++) {
      if (n % i == 0) return false;
    }
    return true;
  }

  @Cooperative
  int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2); // want LoopWithoutYield "fib"
  }
}
