package cases.unguardedaccess.guardedprograms;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import org.lockkeeper.annotations.*;
import javax.annotation.concurrent.GuardedBy;

/** Deadlock variants. */
/** Guards of programs whose threads also nest locks. */
class Parent {
  private final Child child = new Child(this);
  private int n;

  synchronized void up() {
    child.refresh(); // want LockOrderInversion "this"
  }

  synchronized void changed() {
    n++;
  }
}

class Child {
  private final Parent parent;

  Child(Parent p) {
    parent = p;
  }

  synchronized void refresh() {
    System.out.println();
  }

  synchronized void down() {
    parent.changed();
  }
}

class Chopstick {
  private final int id;

  Chopstick(int id) {
    this.id = id;
  }
}

class Diner extends Thread {
  private final Chopstick left, right;

  Diner(Chopstick left, Chopstick right) {
    this.left = left;
    this.right = right;
  }

  /** Neighbours round a table. */
  @Override
  public void run() {
    synchronized (left) {
      synchronized (right) { // want LockOrderInversion "left"
        System.out.println("eat");
      }
    }
  }

  public static void main(String[] args) {
    Chopstick[] c = new Chopstick[5];
    for (int i = 0; i < 5; i++) c[i] = new Chopstick(i);
    for (int i = 0; i < 5; i++) {
      Diner d = new Diner(c[i], c[(i + 1) % c.length]);
      d.start();
    }
  }
}

class TwoStatic {
  static synchronized void a() {
    Other.b(); // want LockOrderInversion "TwoStatic.class"
  }

  static synchronized void c() {}
}

class Other {
  static synchronized void b() {}

  static synchronized void d() {
    TwoStatic.c();
  }
}

class Workers {
  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  class First implements Runnable {
    @Override
    public void run() {
      a.lock();
      try {
        b.lock(); // want LockOrderInversion "a"
        try {
          System.out.println();
        } finally {
          b.unlock();
        }
      } finally {
        a.unlock();
      }
    }
  }

  class Second implements Runnable {
    @Override
    public void run() {
      b.lock();
      try {
        a.lock();
        try {
          System.out.println();
        } finally {
          a.unlock();
        }
      } finally {
        b.unlock();
      }
    }
  }
}

class Passed {
  static class TaskA implements Runnable {
    private final Object x, y;

    TaskA(Object x, Object y) {
      this.x = x;
      this.y = y;
    }

    @Override
    public void run() {
      synchronized (x) {
        synchronized (y) { // want LockOrderInversion "p"
          System.out.println();
        }
      }
    }
  }

  public static void main(String[] args) {
    Object p = new Object(), q = new Object();
    new Thread(new TaskA(p, q)).start();
    new Thread(new TaskA(q, p)).start();
  }
}

class PassedOk {
  static class TaskB implements Runnable {
    private final Object x, y;

    TaskB(Object x, Object y) {
      this.x = x;
      this.y = y;
    }

    @Override
    public void run() {
      synchronized (x) {
        synchronized (y) {
          System.out.println();
        }
      }
    }
  }

  public static void main(String[] args) {
    Object p = new Object(), q = new Object();
    new Thread(new TaskB(p, q)).start();
    new Thread(new TaskB(p, q)).start();
  }
}

class Guarded {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition c = lock.newCondition();

  @GuardedBy("lock")
  private Map<String, Integer> m = new HashMap<>();

  @GuardedBy("this.lock")
  private volatile int v;

  Guarded() {
    m.put("a", 1);
    init();
  }

  private void init() {
    m.put("b", 2);
  }

  int get(String k) {
    return m.getOrDefault(k, 0); // want UnguardedAccess "m"
  }

  void forEach(BiConsumer<String, Integer> f) {
    lock.lock();
    try {
      m.forEach(f);
      m.computeIfAbsent("x", k -> m.size() + v);
      m.entrySet().removeIf(e -> e.getValue() > v);
    } finally {
      lock.unlock();
    }
  }

  Iterator<String> it() {
    lock.lock();
    try {
      return m.keySet().iterator(); // want UnguardedAccess "m"
    } finally {
      lock.unlock();
    }
  }

  void cond() throws InterruptedException {
    lock.lock();
    try {
      while (!m.containsKey("z")) {
        if (!c.await(1, TimeUnit.SECONDS)) break;
      }
      m.remove("z");
    } finally {
      lock.unlock();
    }
  }

  void early(boolean b) {
    lock.lock();
    if (b) {
      lock.unlock();
      return;
    }
    m.clear();
    lock.unlock();
  }

  void someBranch(boolean b) {
    if (b) lock.lock();
    m.clear(); // want UnguardedAccess "m"
    if (b) lock.unlock();
  }

  void condTernary(boolean b) {
    Lock l = b ? lock : new ReentrantLock();
    l.lock();
    m.clear(); // want UnguardedAccess "m"
    l.unlock();
  }

  void aliasLock() {
    final Lock l = this.lock;
    l.lock();
    try {
      m.clear();
    } finally {
      l.unlock();
    }
  }

  void multi() {
    m // want UnguardedAccess "m"
        .values()
        .stream()
        .forEach(x -> {});
  }

  void sync() {
    synchronized (lock) {
      m.clear(); // want UnguardedAccess "m"
    }
  }

  void swallow() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      m.clear(); // want UnguardedAccess "m"
      return;
    }
    m.clear();
    lock.unlock();
  }

  void loopy() {
    for (int i = 0; i < 3; i++) {
      lock.lock();
      m.clear();
      lock.unlock();
      v = i; // want UnguardedAccess "v"
    }
  }
}

class Sub extends Guarded2 {
  void x() {
    count++; // want UnguardedAccess "count"
  }

  synchronized void y() {
    count++;
  }

  @Override
  synchronized void z() {
    super.z();
    count++;
  }
}

class Guarded2 {
  @GuardedBy("this")
  protected int count;

  @GuardedBy("Guarded2.class")
  protected static int total;

  @GuardedBy("this")
  void z() {
    count++;
  }

  void ex() {
    synchronized (Guarded2.class) {
      total++;
    }
    synchronized (this) {
      total++; // want UnguardedAccess "total"
      z();
    }
    Guarded2 g = new Guarded2();
    g.count = 1;
    g.z();
  }

  static void foreign(Guarded2 g) {
    g.count++; // want UnguardedAccess "count"
    synchronized (g) {
      g.count++;
      g.z();
    }
    g.z(); // want UnguardedAccess "z"
  }
}
