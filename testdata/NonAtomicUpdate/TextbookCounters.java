package cases.nonatomicupdate.textbookcounters;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

/** Counters as textbooks have them. */
class Counter {
  private int c = 0;

  void increment() {
    c++; // want NonAtomicUpdate "c"
  }

  synchronized int value() {
    return c;
  }
}

class CounterThread extends Thread {
  static int count;
  static volatile long total;
  private int mine;

  @Override
  public void run() {
    for (int i = 0; i < 1000; i++) {
      count++; // want NonAtomicUpdate "CounterThread.count"
      mine++;
    }
  }

  public static void main(String[] args) {
    new CounterThread().start();
    new CounterThread().start();
  }
}

class CounterTask implements Runnable {
  private int count;
  private final int[] slots = new int[4];

  @Override
  public void run() {
    for (int i = 0; i < 1000; i++) {
      count = count + 1; // want NonAtomicUpdate "count"
      slots[i % 4] += i; // want NonAtomicUpdate "slots[...]"
    }
  }

  public static void main(String[] args) throws InterruptedException {
    CounterTask t = new CounterTask();
    Thread a = new Thread(t, "a");
    Thread b = new Thread(t, "b");
    a.start();
    b.start();
    a.join();
    b.join();
    System.out.println(t.count);
  }
}

class OwnTask implements Runnable {
  private int count;

  @Override
  public void run() {
    count++;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread a = new Thread(new OwnTask());
    Thread b = new Thread(new OwnTask());
    a.start();
    b.start();
  }
}

class PoolUse {
  private int done;
  private long sum;
  private final LongAdder adder = new LongAdder();

  void go() {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 100; i++) {
      pool.execute(
          new Runnable() {
            @Override
            public void run() {
              done++; // want NonAtomicUpdate "done"
            }
          });
      pool.submit(() -> sum += 2); // want NonAtomicUpdate "sum"
      pool.submit(adder::increment);
    }
    pool.shutdown();
  }
}

class SingleUse {
  private int done;

  void go() {
    ExecutorService one = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 100; i++) {
      one.execute(() -> done++);
    }
  }
}

class Words {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, List<String>> index = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Set<String>> sets = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> atomics = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, int[]> cells = new ConcurrentHashMap<>();

  void count(String w) {
    counts.put(w, counts.getOrDefault(w, 0) + 1); // want NonAtomicUpdate "counts"
  }

  void countLocals(String w) {
    Integer old = counts.get(w);
    int next = old == null ? 1 : old + 1;
    counts.put(w, next); // want NonAtomicUpdate "counts"
  }

  void countSafe(String w) {
    counts.merge(w, 1, Integer::sum);
  }

  void countCompute(String w) {
    counts.compute(w, (k, v) -> v == null ? 1 : v + 1);
  }

  void index(String w, String doc) {
    index.computeIfAbsent(w, k -> new ArrayList<>()).add(doc); // want NonAtomicUpdate "index"
  }

  private final ConcurrentMap<String, List<String>> index2 = new ConcurrentHashMap<>();

  void indexSafe(String w, String doc) {
    index2.computeIfAbsent(w, k -> new CopyOnWriteArrayList<>()).add(doc);
  }

  void set(String w, String doc) {
    sets.computeIfAbsent(w, k -> ConcurrentHashMap.newKeySet()).add(doc);
  }

  void atomic(String w) {
    atomics.computeIfAbsent(w, k -> new AtomicInteger()).incrementAndGet();
  }

  void cell(String w) {
    cells.computeIfAbsent(w, k -> new int[1])[0]++; // want NonAtomicUpdate "cells"
  }

  void retry(String w) {
    for (; ; ) {
      Integer old = counts.get(w);
      if (old == null) {
        if (counts.putIfAbsent(w, 1) == null) return;
      } else if (counts.replace(w, old, old + 1)) {
        return;
      }
    }
  }
}

class Atomics {
  private final AtomicInteger n = new AtomicInteger();
  private final AtomicLong max = new AtomicLong();
  private final AtomicReference<List<String>> list = new AtomicReference<>(List.of());
  private final AtomicIntegerArray arr = new AtomicIntegerArray(4);

  void inc() {
    n.set(n.get() + 1); // want NonAtomicUpdate "n"
  }

  void local() {
    int v = n.get();
    v = v * 2 + 1;
    n.set(v); // want NonAtomicUpdate "n"
  }

  void append(String s) {
    List<String> l = new ArrayList<>(list.get());
    l.add(s);
    list.set(l); // want NonAtomicUpdate "list"
  }

  void appendSafe(String s) {
    list.updateAndGet(
        old -> {
          List<String> l = new ArrayList<>(old);
          l.add(s);
          return l;
        });
  }

  void max(long v) {
    max.set(Math.max(max.get(), v)); // want NonAtomicUpdate "max"
  }

  void maxSafe(long v) {
    max.accumulateAndGet(v, Math::max);
  }

  void arr(int i) {
    arr.set(i, arr.get(i) + 1); // want NonAtomicUpdate "arr"
  }

  void cas() {
    int v;
    do {
      v = n.get();
    } while (!n.compareAndSet(v, v + 1));
  }
}

class Stats {
  private static int created;
  private static final Object LOCK = new Object();
  private int a;
  private final ReentrantLock lock = new ReentrantLock();

  Stats() {
    created++; // want NonAtomicUpdate "Stats.created"
  }

  static int created() {
    synchronized (LOCK) {
      return created;
    }
  }

  void wrongLock() {
    synchronized (this) {
      a++; // want NonAtomicUpdate "a"
    }
  }

  void rightLock() {
    lock.lock();
    try {
      a++;
    } finally {
      lock.unlock();
    }
  }

  int rightRead() {
    lock.lock();
    try {
      return a;
    } finally {
      lock.unlock();
    }
  }

  void rightLock2() {
    lock.lock();
    a += 2;
    lock.unlock();
  }
}

class IdGen {
  private static int next = 0;

  static synchronized int next() {
    return next++;
  }

  static int peekAndBump() {
    return next++; // want NonAtomicUpdate "IdGen.next"
  }
}

class Volatile {
  private volatile int v;
  private volatile long total;
  private volatile boolean flag;
  private volatile String text = "";

  void add(long n) {
    total = total + n; // plain volatile case is Error Prone's
  }

  void toggle() {
    flag = !flag; // want NonAtomicUpdate "flag"
  }

  void append(String s) {
    text += s;
  }
}

class Streams {
  static int parallelSum(List<Integer> l) {
    int[] sum = {0};
    l.parallelStream().forEach(x -> sum[0] += x); // want NonAtomicUpdate "sum[0]"
    int[] seq = {0};
    l.stream().forEach(x -> seq[0] += x);
    return sum[0] + seq[0];
  }

  static int range() {
    int[] sum = new int[1];
    IntStream.range(0, 1000).parallel().forEach(i -> sum[0]++); // want NonAtomicUpdate "sum[0]"
    return sum[0];
  }

  static int threads() throws InterruptedException {
    int[] counter = {0};
    List<Thread> ts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread t = new Thread(() -> counter[0]++); // want NonAtomicUpdate "counter[0]"
      t.start();
      ts.add(t);
    }
    for (Thread t : ts) t.join();
    return counter[0];
  }
}
