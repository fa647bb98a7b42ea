package cases.lockorderinversion.servicedeadlocks;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;

/** Locks of all kinds, across helpers, listeners and functions. */
class Rws {
  private final ReentrantReadWriteLock conf = new ReentrantReadWriteLock();
  private final ReentrantLock index = new ReentrantLock();

  void a() {
    conf.readLock().lock();
    try {
      index.lock(); // want LockOrderInversion "conf"
      try {
        run();
      } finally {
        index.unlock();
      }
    } finally {
      conf.readLock().unlock();
    }
  }

  void b() {
    index.lock();
    try {
      reload();
    } finally {
      index.unlock();
    }
  }

  private void reload() {
    conf.writeLock().lock();
    try {
      run();
    } finally {
      conf.writeLock().unlock();
    }
  }

  void run() {}
}

class BothRead {
  private final ReadWriteLock x = new ReentrantReadWriteLock();
  private final ReadWriteLock y = new ReentrantReadWriteLock();

  void a() {
    x.readLock().lock();
    y.readLock().lock();
    y.readLock().unlock();
    x.readLock().unlock();
  }

  void b() {
    y.readLock().lock();
    x.readLock().lock();
    x.readLock().unlock();
    y.readLock().unlock();
  }
}

class Sema {
  private final Semaphore db = new Semaphore(1);
  private final Semaphore net = new Semaphore(1, true);
  private final StampedLock sl = new StampedLock();

  void a() throws InterruptedException {
    db.acquire();
    try {
      net.acquire(); // want LockOrderInversion "db"
      try {
        System.out.println();
      } finally {
        net.release();
      }
    } finally {
      db.release();
    }
  }

  void b() throws InterruptedException {
    net.acquireUninterruptibly();
    try {
      db.acquire();
      db.release();
    } finally {
      net.release();
    }
  }

  void c() throws InterruptedException {
    long s = sl.writeLock();
    try {
      synchronized (this) { // want LockOrderInversion "sl"
        System.out.println();
      }
    } finally {
      sl.unlockWrite(s);
    }
  }

  synchronized void d() {
    long s = sl.readLock();
    sl.unlockRead(s);
  }
}

class Three {
  private final Object a = new Object(), b = new Object(), c = new Object();

  void ab() {
    synchronized (a) {
      takeB(); // want LockOrderInversion "a"
    }
  }

  private void takeB() {
    synchronized (b) {
      System.out.println();
    }
  }

  void bc() {
    synchronized (b) {
      synchronized (c) {
        System.out.println();
      }
    }
  }

  void ca() {
    synchronized (c) {
      synchronized (a) {
        System.out.println();
      }
    }
  }
}

class Gate {
  private final Object gate = new Object(), a = new Object(), b = new Object();

  void ab() {
    synchronized (gate) {
      synchronized (a) {
        synchronized (b) {
          System.out.println();
        }
      }
    }
  }

  void ba() {
    synchronized (gate) {
      synchronized (b) {
        synchronized (a) {
          System.out.println();
        }
      }
    }
  }
}

class Tie {
  private static final Object tieLock = new Object();

  static class Acct {
    int balance;
  }

  static void transfer(Acct from, Acct to, int n) {
    int fh = System.identityHashCode(from);
    int th = System.identityHashCode(to);
    if (fh < th) {
      synchronized (from) {
        synchronized (to) {
          from.balance -= n;
        }
      }
    } else if (fh > th) {
      synchronized (to) {
        synchronized (from) {
          from.balance -= n;
        }
      }
    } else {
      synchronized (tieLock) {
        synchronized (from) {
          synchronized (to) {
            from.balance -= n;
          }
        }
      }
    }
  }
}

class Listeners {
  interface Listener {
    void changed(Listeners source);
  }

  private final List<Listener> all = new ArrayList<>();

  synchronized void add(Listener l) {
    all.add(l);
  }

  synchronized void fire() {
    for (Listener l : all) l.changed(this); // want LockOrderInversion "this"
  }

  synchronized int size() {
    return all.size();
  }
}

class View implements Listeners.Listener {
  private final Listeners model;

  View(Listeners m) {
    model = m;
    m.add(this);
  }

  @Override
  public synchronized void changed(Listeners source) {
    System.out.println(source);
  }

  synchronized void repaint() {
    System.out.println(model.size());
  }
}

class StaticInstance {
  private static int n;

  synchronized void a() {
    synchronized (StaticInstance.class) { // want LockOrderInversion "this"
      n++;
    }
  }

  static void b(StaticInstance s) {
    synchronized (StaticInstance.class) {
      s.c();
    }
  }

  synchronized void c() {
    n--;
  }
}

class Lambdas {
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  <T> T withA(Supplier<T> s) {
    a.lock();
    try {
      return s.get();
    } finally {
      a.unlock();
    }
  }

  <T> T withB(Supplier<T> s) {
    b.lock();
    try {
      return s.get();
    } finally {
      b.unlock();
    }
  }

  int ab() {
    return withA(() -> withB(() -> 1)); // want LockOrderInversion "a"
  }

  int ba() {
    return withB(() -> withA(() -> 2));
  }

  void notNested() {
    withA(
        () -> {
          new Thread(() -> withB(() -> 1)).start();
          return 0;
        });
  }
}

class LambdasQuiet {
  private final Object a = new Object();
  private final Object b = new Object();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  void one() {
    synchronized (a) {
      pool.execute(
          () -> {
            synchronized (b) {
              System.out.println();
            }
          });
    }
  }

  void two() {
    synchronized (b) {
      synchronized (a) {
        System.out.println();
      }
    }
  }
}

class Released {
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  void one() {
    a.lock();
    a.unlock();
    b.lock();
    b.unlock();
  }

  void two() {
    b.lock();
    try {
      a.lock();
      a.unlock();
    } finally {
      b.unlock();
    }
  }

  void tries() throws InterruptedException {
    a.lock();
    try {
      if (b.tryLock(10, TimeUnit.MILLISECONDS)) {
        b.unlock();
      }
    } finally {
      a.unlock();
    }
  }
}

class Node {
  private Node next;
  private int v;

  synchronized void push(int x) {
    v = x;
    if (next != null) next.push(x);
  }

  synchronized void link(Node n) {
    next = n;
  }

  synchronized boolean sameAs(Node o) {
    synchronized (o) { // want LockOrderInversion "this"
      return v == o.v;
    }
  }

  @Override
  public synchronized boolean equals(Object o) {
    return o instanceof Node n && n.value() == v; // want LockOrderInversion "this"
  }

  synchronized int value() {
    return v;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}

class Cached {
  private final ConcurrentHashMap<String, Object> map = new ConcurrentHashMap<>();
  private final Object mon = new Object();

  void a() {
    synchronized (mon) {
      map.computeIfAbsent("a", k -> new Object());
    }
  }

  void b() {
    map.compute(
        "a",
        (k, v) -> {
          synchronized (mon) {
            return v;
          }
        });
  }
}

class Vec {
  static void copy(Vector<String> a, Vector<String> b) {
    synchronized (a) {
      a.addAll(b);
    }
  }

  private final List<String> x = Collections.synchronizedList(new ArrayList<>());
  private final List<String> y = Collections.synchronizedList(new ArrayList<>());

  /** Each call on a synchronized wrapper takes its lock. */
  void xy() {
    synchronized (x) {
      x.addAll(y); // want LockOrderInversion "y"
      y.clear();
    }
  }

  void yx() {
    synchronized (y) {
      x.clear();
    }
  }
}

class Initial {
  private final Object a = new Object();
  private final Object b = new Object();

  Initial() {
    synchronized (b) {
      synchronized (a) {
        System.out.println();
      }
    }
  }

  void one() {
    synchronized (a) {
      synchronized (b) {
        System.out.println();
      }
    }
  }
}

class InheritA {
  protected final Object low = new Object();
  protected final Object high = new Object();

  void up() {
    synchronized (low) {
      synchronized (high) { // want LockOrderInversion "low"
        work();
      }
    }
  }

  protected void work() {}
}

class InheritB extends InheritA {
  void down() {
    synchronized (high) {
      super.low.hashCode();
      synchronized (low) {
        work();
      }
    }
  }

  @Override
  protected void work() {}
}
