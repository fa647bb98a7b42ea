package cases.nonatomicupdate.servicestatistics;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import javax.annotation.concurrent.ThreadSafe;

/** Statistics of services and tasks. */
@ThreadSafe
final class Metrics {
  private long requests;
  private final Map<String, Long> byPath = new HashMap<>();
  private final long[] buckets = new long[16];
  private int inFlight;

  void record(String path, int bucket) {
    requests++; // want NonAtomicUpdate "requests"
    byPath.put(path, byPath.getOrDefault(path, 0L) + 1); // want NonAtomicUpdate "byPath"
    buckets[bucket]++; // want NonAtomicUpdate "buckets[bucket]"
    byPath.merge(path, 1L, Long::sum);
  }

  synchronized void enter() {
    inFlight++;
  }

  void exit() {
    inFlight--; // want NonAtomicUpdate "inFlight"
  }
}

class Inner {
  private int total;

  class Worker extends Thread {
    private int own;

    @Override
    public void run() {
      total++; // want NonAtomicUpdate "total"
      own++;
    }
  }

  void go() {
    for (int i = 0; i < 3; i++) new Worker().start();
  }
}

class Nested {
  static class Shared {
    int value;
    final List<String> log = new ArrayList<>();
  }

  static class Worker implements Runnable {
    private final Shared shared;

    Worker(Shared s) {
      this.shared = s;
    }

    @Override
    public void run() {
      for (int i = 0; i < 10; i++) {
        shared.value++; // want NonAtomicUpdate "shared.value"
      }
    }
  }

  public static void main(String[] args) {
    Shared s = new Shared();
    Thread t1 = new Thread(new Worker(s));
    Thread t2 = new Thread(new Worker(s));
    t1.start();
    t2.start();
  }
}

class CounterObject {
  private int count;

  void increment() {
    count++; // want NonAtomicUpdate "count"
  }

  int get() {
    return count;
  }

  public static void main(String[] args) throws Exception {
    CounterObject c = new CounterObject();
    Thread[] ts = new Thread[10];
    for (int i = 0; i < ts.length; i++) {
      ts[i] =
          new Thread(
              () -> {
                for (int j = 0; j < 1000; j++) c.increment();
              });
      ts[i].start();
    }
    for (Thread t : ts) t.join();
    System.out.println(c.get());
  }
}

class CounterObject2 {
  private int count;

  void increment() {
    count++; // want NonAtomicUpdate "count"
  }

  public static void main(String[] args) throws Exception {
    final CounterObject2 c = new CounterObject2();
    ExecutorService es = Executors.newCachedThreadPool();
    es.submit(c::increment);
    es.submit(c::increment);
    es.shutdown();
  }
}

class CounterObject3 {
  private int count;

  synchronized void increment() {
    count++;
  }

  int unsafeGet() {
    return count;
  }

  public static void main(String[] args) throws Exception {
    final CounterObject3 c = new CounterObject3();
    ExecutorService es = Executors.newCachedThreadPool();
    es.submit(c::increment);
    es.submit(c::increment);
  }
}

class Virtual {
  static int hits;

  static void go() throws Exception {
    var pool = Executors.newWorkStealingPool();
    for (int i = 0; i < 10; i++) {
      CompletableFuture.runAsync(() -> hits++); // want NonAtomicUpdate "Virtual.hits"
    }
    ForkJoinPool.commonPool().submit(() -> hits++); // want NonAtomicUpdate "Virtual.hits"
  }
}

class Summing extends RecursiveTask<Integer> {
  static int leaves;
  private final int[] data;
  private final int lo, hi;
  private int sum;

  Summing(int[] d, int lo, int hi) {
    data = d;
    this.lo = lo;
    this.hi = hi;
  }

  @Override
  protected Integer compute() {
    if (hi - lo < 10) {
      leaves++; // want NonAtomicUpdate "Summing.leaves"
      for (int i = lo; i < hi; i++) sum += data[i];
      return sum;
    }
    int mid = (lo + hi) >>> 1;
    Summing l = new Summing(data, lo, mid), r = new Summing(data, mid, hi);
    l.fork();
    return r.compute() + l.join();
  }
}

class Timers {
  private int ticks;
  private int both;

  void start() {
    new Timer(true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                ticks++; // want NonAtomicUpdate "ticks"
              }
            },
            0,
            1000);
    Executors.newScheduledThreadPool(4).scheduleAtFixedRate(() -> both++, 0, 1, TimeUnit.SECONDS);
  }

  void reset() {
    ticks = 0;
  }
}

class Bank {
  static class Account {
    double balance;
    final Lock lock = new ReentrantLock();

    void deposit(double d) {
      lock.lock();
      try {
        balance += d;
      } finally {
        lock.unlock();
      }
    }

    void withdraw(double d) {
      balance -= d; // want NonAtomicUpdate "balance"
    }
  }

  private final Account[] accounts = new Account[10];

  void transfer(int from, int to, double amount) {
    accounts[from].withdraw(amount);
    accounts[to].deposit(amount);
  }

  void transferSafe(int from, int to, double amount) {
    Account a = accounts[from], b = accounts[to];
    b.deposit(amount);
  }
}

class Lru<K, V> extends LinkedHashMap<K, V> {
  private final int max;
  private int evictions;

  Lru(int max) {
    super(16, .75f, true);
    this.max = max;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> e) {
    boolean b = size() > max;
    if (b) evictions++;
    return b;
  }
}

class Holder {
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
  private static final Map<String, Integer> GLOBAL = Collections.synchronizedMap(new HashMap<>());

  void enter() {
    depth.set(depth.get() + 1);
  }

  static void global(String k) {
    GLOBAL.put(k, GLOBAL.get(k) + 1); // want NonAtomicUpdate "Holder.GLOBAL"
  }

  static void globalSafe(String k) {
    synchronized (GLOBAL) {
      GLOBAL.put(k, GLOBAL.get(k) + 1);
    }
  }

  static void globalTernary(String k) {
    GLOBAL.put(k, GLOBAL.containsKey(k) ? GLOBAL.get(k) + 1 : 1); // want NonAtomicUpdate "Holder.GLOBAL"
  }

  static void parts(String k, int by) {
    Integer v = GLOBAL.get(k);
    if (v != null) {
      v += by;
      GLOBAL.put(k, v); // want NonAtomicUpdate "Holder.GLOBAL"
    }
  }
}

enum Registry {
  INSTANCE;
  private int n;
  private final AtomicInteger safe = new AtomicInteger();

  synchronized void a() {
    n++;
  }

  void b() {
    n--; // want NonAtomicUpdate "n"
  }

  void c() {
    safe.incrementAndGet();
  }
}

class BitFlags {
  private int flags;
  private final Object lock = new Object();

  void set(int f) {
    flags |= f; // want NonAtomicUpdate "flags"
  }

  void clear(int f) {
    synchronized (lock) {
      flags &= ~f;
    }
  }

  int shift() {
    synchronized (lock) {
      return flags <<= 1;
    }
  }
}
