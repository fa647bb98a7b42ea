package cases.unguardedaccess.textbookguards;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import javax.annotation.concurrent.GuardedBy;

/** Every form of guard expression and lock in small classes. */
class Counter {
  @GuardedBy("this")
  private int count;

  @GuardedBy("lock")
  private final List<String> log = new ArrayList<>();

  private final Object lock = new Object();

  synchronized void inc() {
    count++;
    synchronized (lock) {
      log.add("inc");
    }
  }

  int get() {
    return count; // want UnguardedAccess "count"
  }

  void log(String s) {
    synchronized (this) {
      log.add(s); // want UnguardedAccess "log"
    }
  }

  void run(ExecutorService pool) {
    synchronized (lock) {
      pool.submit(() -> log.add("later")); // want UnguardedAccess "log"
      log.forEach(s -> System.out.println(s + log.size()));
      Runnable r =
          () -> {
            synchronized (lock) {
              log.clear();
            }
          };
      pool.execute(r);
    }
  }

  List<String> leak() {
    List<String> l;
    synchronized (lock) {
      l = log;
    }
    return new ArrayList<>(l); // want UnguardedAccess "log"
  }

  static Counter of(int n) {
    Counter c = new Counter();
    c.count = n;
    return c;
  }

  boolean same(Counter other) {
    synchronized (this) {
      return count == other.count; // want UnguardedAccess "count"
    }
  }

  boolean sameBoth(Counter other) {
    synchronized (this) {
      synchronized (other) { // want LockOrderInversion "this"
        return count == other.count;
      }
    }
  }

  @Override
  public String toString() {
    return "Counter " + count; // want UnguardedAccess "count"
  }
}

class Statics {
  @GuardedBy("Statics.class")
  private static int total;

  @GuardedBy("LOCK")
  static final Map<String, String> MAP = new HashMap<>();

  private static final Object LOCK = new Object();

  @GuardedBy("Statics.LOCK")
  private static String name;

  static {
    MAP.put("a", "b");
    total = 1;
  }

  static synchronized void a() {
    total++;
  }

  synchronized void b() {
    total++; // want UnguardedAccess "total"
  }

  void c() {
    synchronized (getClass()) {
      total++; // want UnguardedAccess "total"
    }
    synchronized (Statics.class) {
      total++;
    }
  }

  void d() {
    synchronized (LOCK) {
      name = MAP.get("x");
    }
    name = null; // want UnguardedAccess "name"
  }
}

class Outer {
  @GuardedBy("this")
  private int state;

  class Inner {
    @GuardedBy("Outer.this")
    private int mine;

    void ok() {
      synchronized (Outer.this) {
        state++;
        mine++;
      }
    }

    synchronized void bad() {
      state++; // want UnguardedAccess "state"
      mine++; // want UnguardedAccess "mine"
    }
  }

  synchronized void anon() {
    new Thread() {
      @Override
      public void run() {
        state = 2; // want UnguardedAccess "state"
      }
    }.start();
    Comparator<String> c =
        new Comparator<>() {
          @Override
          public int compare(String a, String b) {
            return a.length() - b.length();
          }
        };
    state += c.compare("a", "b");
  }
}

class Rw {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock r = rw.readLock();
  private final Lock w = rw.writeLock();

  @GuardedBy("rw")
  private int a;

  @GuardedBy("w")
  private int b;

  @GuardedBy("rw.writeLock()")
  private int c;

  int readA() {
    rw.readLock().lock();
    try {
      return a;
    } finally {
      rw.readLock().unlock();
    }
  }

  void writeA() {
    rw.readLock().lock();
    try {
      a = 1; // want UnguardedAccess "a"
    } finally {
      rw.readLock().unlock();
    }
  }

  void writeAw() {
    w.lock();
    try {
      a = 1;
      b = 2;
      c = 3;
    } finally {
      w.unlock();
    }
  }

  int early() {
    r.lock();
    int v = a;
    r.unlock();
    return v + a; // want UnguardedAccess "a"
  }
}

class Stamped {
  private final StampedLock sl = new StampedLock();

  @GuardedBy("sl")
  private double x;

  double optimistic() {
    long s = sl.tryOptimisticRead();
    double v = x;
    if (!sl.validate(s)) {
      s = sl.readLock();
      try {
        v = x;
      } finally {
        sl.unlockRead(s);
      }
    }
    return v;
  }

  double unvalidated() {
    long s = sl.tryOptimisticRead();
    double v = x; // want UnguardedAccess "x"
    return v;
  }

  void write(double v) {
    long s = sl.writeLock();
    try {
      x = v;
    } finally {
      sl.unlockWrite(s);
    }
  }

  void writeUnderRead(double v) {
    long s = sl.readLock();
    x = v; // want UnguardedAccess "x"
    sl.unlockRead(s);
  }
}

class Tries {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition cond = lock.newCondition();

  @GuardedBy("lock")
  private int v;

  void t1() {
    if (lock.tryLock()) {
      try {
        v++;
      } finally {
        lock.unlock();
      }
    } else {
      v++; // want UnguardedAccess "v"
    }
  }

  void t2() throws InterruptedException {
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      return;
    }
    try {
      v++;
    } finally {
      lock.unlock();
    }
  }

  void t3() {
    boolean got = lock.tryLock();
    try {
      if (got) {
        v++;
      }
    } finally {
      if (got) lock.unlock();
    }
  }

  void t4() {
    lock.tryLock();
    v++; // want UnguardedAccess "v"
  }

  void t5() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (v == 0) cond.await();
      v--;
    } finally {
      lock.unlock();
    }
    v = 0; // want UnguardedAccess "v"
  }

  void t6() {
    while (!lock.tryLock()) {
      Thread.onSpinWait();
    }
    try {
      v = 1;
    } finally {
      lock.unlock();
    }
  }

  int t7() {
    return lock.isHeldByCurrentThread() ? v : -1;
  }

  void t8() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
    v = 4;
  }

  void t9() {
    assert lock.isHeldByCurrentThread();
    v = 4;
  }

  private void helper() {
    v++;
  }

  void callsHelper() {
    lock.lock();
    try {
      helper();
    } finally {
      lock.unlock();
    }
  }

  private void helper2() {
    v++; // want UnguardedAccess "v"
  }

  void callsHelper2(boolean b) {
    if (b) {
      lock.lock();
      try {
        helper2();
      } finally {
        lock.unlock();
      }
    } else {
      helper2();
    }
  }
}

class Methods {
  private final Lock lock = new ReentrantLock();

  Lock lock() {
    return lock;
  }

  @GuardedBy("lock()")
  private int v;

  @GuardedBy("this")
  void mustHold() {}

  @GuardedBy("lock")
  private void mustHoldLock() {
    v++;
  }

  void a() {
    lock().lock();
    v = 1;
    lock().unlock();
    v = 2; // want UnguardedAccess "v"
    mustHold(); // want UnguardedAccess "mustHold"
    synchronized (this) {
      mustHold();
    }
    mustHoldLock(); // want UnguardedAccess "mustHoldLock"
  }
}

class Self {
  @GuardedBy("itself")
  private final List<String> list = new ArrayList<>();

  void add(String s) {
    synchronized (list) {
      list.add(s);
    }
  }

  void bad(String s) {
    list.add(s); // want UnguardedAccess "list"
  }

  int sz() {
    return list.size(); // want UnguardedAccess "list"
  }
}
