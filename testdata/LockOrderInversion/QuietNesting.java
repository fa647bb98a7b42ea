package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Nested locks that cannot wait for each other. */
public class QuietNesting {

  /** Everybody takes them in the same order, also through helpers. */
  static class SameOrder {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private int n;

    void one() {
      synchronized (outer) {
        two();
      }
    }

    private void two() {
      synchronized (inner) {
        n++;
      }
    }

    void three() {
      synchronized (outer) {
        synchronized (inner) {
          n--;
        }
      }
    }

    void onlyInner() {
      synchronized (inner) {
        n++;
      }
    }
  }

  /** The first is given back before the second is taken. */
  static class HandOver {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();
    private int n;

    void ab() {
      a.lock();
      try {
        n++;
      } finally {
        a.unlock();
      }
      b.lock();
      try {
        n++;
      } finally {
        b.unlock();
      }
    }

    void ba() {
      b.lock();
      n++;
      b.unlock();
      a.lock();
      n++;
      a.unlock();
    }
  }

  /** Re-entered. */
  static class Reentrant {
    private final Object lock = new Object();
    private int n;
    private int m;

    synchronized void a() {
      b();
      synchronized (lock) {
        b();
      }
    }

    synchronized void b() {
      n++;
    }

    void c() {
      synchronized (lock) {
        synchronized (lock) {
          m++;
        }
      }
    }
  }

  /** Both nestings under one gate. */
  static class Gate {
    private final Lock gate = new ReentrantLock();
    private final Object x = new Object();
    private final Object y = new Object();
    private int n;

    void xy() {
      gate.lock();
      try {
        synchronized (x) {
          synchronized (y) {
            n++;
          }
        }
      } finally {
        gate.unlock();
      }
    }

    synchronized void yx() {
      gate.lock();
      try {
        inYx();
      } finally {
        gate.unlock();
      }
    }

    private void inYx() {
      synchronized (y) {
        synchronized (x) {
          n--;
        }
      }
    }
  }

  /** Ordered by identity, by id, by comparison, with swap. */
  static class Account implements Comparable<Account> {
    private static final Object TIE = new Object();
    private final int id;
    private long balance;

    Account(int id) {
      this.id = id;
    }

    static void byId(Account from, Account to, long amount) {
      Account first = from.id < to.id ? from : to;
      Account second = first == from ? to : from;
      synchronized (first) {
        synchronized (second) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }

    static void byHash(Account from, Account to, long amount) {
      int f = System.identityHashCode(from);
      int t = System.identityHashCode(to);
      if (f < t) {
        synchronized (from) {
          synchronized (to) {
            from.balance -= amount;
          }
        }
      } else if (f > t) {
        synchronized (to) {
          synchronized (from) {
            from.balance -= amount;
          }
        }
      } else {
        synchronized (TIE) {
          synchronized (from) {
            synchronized (to) {
              from.balance -= amount;
            }
          }
        }
      }
    }

    static void byCompare(Account a, Account b) {
      if (a.compareTo(b) > 0) {
        Account swap = a;
        a = b;
        b = swap;
      }
      synchronized (a) {
        synchronized (b) {
          a.balance = b.balance;
        }
      }
    }

    @Override
    public int compareTo(Account o) {
      return Integer.compare(id, o.id);
    }
  }

  /** The callback runs after the lock is released, on a copy. */
  static class OpenBus {
    private final List<Runnable> handlers = new ArrayList<>();

    void publish() {
      List<Runnable> copy;
      synchronized (this) {
        copy = new ArrayList<>(handlers);
      }
      copy.forEach(Runnable::run);
    }

    synchronized void add(Runnable r) {
      handlers.add(r);
    }
  }

  static class OpenUser {
    private final OpenBus bus = new OpenBus();
    private int n;

    OpenUser() {
      bus.add(
          () -> {
            synchronized (this) {
              n++;
            }
          });
    }

    synchronized void go() {
      bus.add(() -> {});
    }
  }

  /** Own objects made here, and their lock. */
  static class Fresh {
    private final Map<String, String> all = new HashMap<>();

    synchronized Fresh copy() {
      Fresh f = new Fresh();
      synchronized (f) {
        f.all.putAll(all);
      }
      return f;
    }
  }

  /** Waiting gives the lock back. */
  static class Waiter {
    private final Lock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private final Object log = new Object();
    private boolean done;

    void await() throws InterruptedException {
      lock.lock();
      try {
        while (!done) {
          ready.await();
        }
        synchronized (log) {
          System.out.println("done");
        }
      } finally {
        lock.unlock();
      }
    }

    void finish() {
      lock.lock();
      try {
        done = true;
        ready.signalAll();
        synchronized (log) {
          System.out.println("finish");
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Read sides only. */
  static class Readers {
    private final ReentrantReadWriteLock a = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock b = new ReentrantReadWriteLock();
    private int n;

    int ab() {
      a.readLock().lock();
      b.readLock().lock();
      try {
        return n;
      } finally {
        b.readLock().unlock();
        a.readLock().unlock();
      }
    }

    int ba() {
      b.readLock().lock();
      a.readLock().lock();
      try {
        return n;
      } finally {
        a.readLock().unlock();
        b.readLock().unlock();
      }
    }
  }

  /** Tries, and gives up. */
  static class Tries {
    private final Lock a = new ReentrantLock();
    private final Lock b = new ReentrantLock();
    private int n;

    void ab() throws InterruptedException {
      while (true) {
        if (a.tryLock()) {
          try {
            if (b.tryLock(10, TimeUnit.MILLISECONDS)) {
              try {
                n++;
                return;
              } finally {
                b.unlock();
              }
            }
          } finally {
            a.unlock();
          }
        }
        Thread.sleep(1);
      }
    }

    void ba() {
      b.lock();
      try {
        if (a.tryLock()) {
          n--;
          a.unlock();
        }
      } finally {
        b.unlock();
      }
    }
  }

  /** Two locks of the same class used by different classes, same direction. */
  static class Engine {
    private final Object lock = new Object();
    private final CopyOnWriteArrayList<Runnable> hooks = new CopyOnWriteArrayList<>();
    private boolean on;

    void start(Gear gear) {
      synchronized (lock) {
        on = true;
        gear.shift();
      }
      hooks.forEach(Runnable::run);
    }
  }

  static class Gear {
    private final Object lock = new Object();
    private int gear;

    void shift() {
      synchronized (lock) {
        gear++;
      }
    }

    void reverse(Engine e) {
      synchronized (lock) {
        gear = -1;
      }
      e.start(this);
    }
  }

  /** Handed to another thread while holding: that thread does not hold it. */
  static class Later {
    private final Object a = new Object();
    private final Object b = new Object();
    private int n;

    void ab() {
      synchronized (a) {
        new Thread(
                () -> {
                  synchronized (b) {
                    n++;
                  }
                })
            .start();
      }
    }

    void ba() {
      synchronized (b) {
        synchronized (a) {
          n--;
        }
      }
    }
  }

  /** Different fields of one name in different classes. */
  static class Left {
    private final Object lock = new Object();

    void go(Right r) {
      synchronized (lock) {
        r.touch();
      }
    }
  }

  static class Right {
    private final Object lock = new Object();

    void touch() {
      synchronized (lock) {
        System.out.println();
      }
    }
  }

  /** Children are only ever locked below their parents. */
  static class Tree {
    private final List<Tree> children = new ArrayList<>();
    private int size;

    synchronized int size() {
      int sum = size;
      for (Tree t : children) {
        sum += t.size();
      }
      return sum;
    }

    synchronized void add(Tree t) {
      children.add(t);
    }
  }
}
