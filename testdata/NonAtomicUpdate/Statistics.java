package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Updates that lose writes. */
public class Statistics {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> cells = new ConcurrentHashMap<>();
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicIntegerArray array = new AtomicIntegerArray(10);
  private final AtomicReference<String> text = new AtomicReference<>("");
  private final LongAdder adder = new LongAdder();
  private final Lock lock = new ReentrantLock();
  private int locked;
  private int mixed;
  private final int[] buckets = new int[8];
  private volatile int hits;
  private static int created;

  // maps

  void count(String k) {
    counts.put(k, counts.get(k) + 1); // want NonAtomicUpdate "counts"
  }

  void countDefault(String k) {
    counts.put(k, counts.getOrDefault(k, 0) + 1); // want NonAtomicUpdate "counts"
  }

  void countLocal(String k, int by) {
    Integer old = counts.get(k);
    int next = old + by;
    counts.put(k, next); // want NonAtomicUpdate "counts"
  }

  void group(String k, String v) {
    groups.get(k).add(v); // want NonAtomicUpdate "groups"
  }

  void groupComputed(String k, String v) {
    groups.computeIfAbsent(k, x -> new ArrayList<>()).add(v); // want NonAtomicUpdate "groups"
  }

  // atomics

  void add(int n) {
    total.set(total.get() + n); // want NonAtomicUpdate "total"
  }

  void lazy(int n) {
    int now = total.get();
    total.lazySet(now * n); // want NonAtomicUpdate "total"
  }

  void cell(int i) {
    array.set(i, array.get(i) + 1); // want NonAtomicUpdate "array"
  }

  void append(String s) {
    text.set(text.get() + s); // want NonAtomicUpdate "text"
  }

  // fields

  /** Error Prone reports these. */
  void hit() {
    hits++;
  }

  void hitLong() {
    hits = hits + 2;
  }

  void lockedAdd() {
    lock.lock();
    try {
      mixed++;
    } finally {
      lock.unlock();
    }
  }

  void unlockedAdd() {
    mixed++; // want NonAtomicUpdate "mixed"
  }

  void bucket(int i) {
    synchronized (buckets) {
      buckets[i]++;
    }
  }

  void bucketWrong(int i) {
    buckets[i]++; // want NonAtomicUpdate "buckets"
  }

  // tasks

  static int race() throws InterruptedException {
    int[] n = new int[1];
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 100; i++) {
      pool.execute(() -> n[0]++); // want NonAtomicUpdate "n"
    }
    pool.shutdown();
    return n[0];
  }

  static void threads() {
    for (int i = 0; i < 2; i++) {
      new Thread(
              () -> {
                for (int j = 0; j < 1000; j++) {
                  created++; // want NonAtomicUpdate "created"
                }
              })
          .start();
    }
  }

  int parallel() {
    int[] acc = {0};
    IntStream.range(0, 100).parallel().forEach(i -> acc[0] += i); // want NonAtomicUpdate "acc"
    return acc[0];
  }

  // fine

  void merged(String k) {
    counts.merge(k, 1, Integer::sum);
    counts.compute(k, (x, v) -> v == null ? 1 : v + 1);
    counts.computeIfPresent(k, (x, v) -> v + 1);
  }

  void cellOf(String k) {
    cells.computeIfAbsent(k, x -> new AtomicInteger()).incrementAndGet();
  }

  void atomic() {
    total.incrementAndGet();
    total.addAndGet(5);
    total.updateAndGet(n -> n * 2);
    sum.accumulateAndGet(3, Math::max);
    array.getAndIncrement(2);
    adder.increment();
  }

  void casLoop(int by) {
    while (true) {
      int old = total.get();
      if (total.compareAndSet(old, old + by)) {
        return;
      }
    }
  }

  synchronized void lockedOnly() {
    locked++;
  }

  synchronized int lockedGet() {
    return locked;
  }

  int confined(List<Integer> numbers) {
    int[] acc = {0};
    numbers.forEach(n -> acc[0] += n);
    Map<String, Integer> local = new HashMap<>();
    for (Integer n : numbers) {
      local.put("n", local.getOrDefault("n", 0) + n);
    }
    return acc[0] + local.size();
  }

  static final class Builder {
    private int n;

    Builder add() {
      n++;
      return this;
    }

    int build() {
      return n;
    }
  }

  int built() {
    return new Builder().add().add().build();
  }

  void set(String k, int v) {
    counts.put(k, v);
    total.set(v);
    text.set(k);
    hits = v;
  }

  int sequential() throws InterruptedException {
    int[] n = {0};
    Thread t = new Thread(() -> n[0]++);
    t.start();
    t.join();
    n[0]++;
    return n[0];
  }
}
