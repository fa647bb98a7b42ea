package cases.lockorderviolation.serviceorders;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import org.lockkeeper.annotations.*;

/** Orders of banks, pools and caches. */
@LockOrder({"registry", "Account.lock"})
class Bank {
  private final Object registry = new Object();
  private final Map<String, Account> accounts = new HashMap<>();

  static class Account {
    final Lock lock = new ReentrantLock();
    int balance;
    private Bank bank;

    void close() {
      lock.lock();
      try {
        bank.remove("x"); // want LockOrderViolation "bank.registry"
      } finally {
        lock.unlock();
      }
    }
  }

  void remove(String id) {
    synchronized (registry) {
      accounts.remove(id);
    }
  }

  void good(String id) {
    synchronized (registry) {
      Account a = accounts.get(id);
      a.lock.lock();
      try {
        a.balance = 0;
      } finally {
        a.lock.unlock();
      }
    }
  }

  void bad(Account a) {
    a.lock.lock();
    try {
      synchronized (registry) { // want LockOrderViolation "registry"
        accounts.put("a", a);
      }
    } finally {
      a.lock.unlock();
    }
  }

  void tries(Account a) {
    synchronized (registry) {
      if (a.lock.tryLock()) {
        a.lock.unlock();
      }
    }
  }
}

@LockOrder({"Pool.class", "Pool.this", "Pool.idle"})
class Pool {
  private static int n;
  private final Deque<Object> idle = new ArrayDeque<>();

  synchronized void a() {
    synchronized (idle) {
      idle.clear();
    }
  }

  static synchronized void b(Pool p) {
    p.a();
    n++;
  }

  synchronized void c() {
    synchronized (Pool.class) { // want LockOrderViolation "Pool.class"
      n++;
    }
  }

  void d() {
    synchronized (idle) {
      grow(); // want LockOrderViolation "this"
    }
  }

  private synchronized void grow() {
    idle.add(new Object());
  }

  void e() {
    synchronized (idle) {
      idle.clear();
    }
    synchronized (this) {
      n--; // want NonAtomicUpdate "Pool.n"
    }
  }
}

@LockOrder({"A", "B"})
@SuppressWarnings("unused")
class Static {
  static final Object A = new Object();
  static final Object B = new Object();

  Runnable r =
      () -> {
        synchronized (B) {
          synchronized (A) { // want LockOrderViolation "Static.A"
            System.out.println();
          }
        }
      };

  void ok() {
    synchronized (A) {
      synchronized (B) {
        System.out.println();
      }
    }
  }

  void viaLambda(ExecutorService s) {
    synchronized (B) {
      s.execute(
          () -> {
            synchronized (A) {
              System.out.println();
            }
          });
    }
  }
}

@LockOrder({"rw", "stats"})
class Rw {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stats = new StampedLock();
  private final Semaphore other = new Semaphore(1);

  void ok() {
    rw.readLock().lock();
    try {
      long s = stats.writeLock();
      stats.unlockWrite(s);
    } finally {
      rw.readLock().unlock();
    }
  }

  void bad() {
    long s = stats.readLock();
    try {
      rw.writeLock().lock(); // want LockOrderViolation "rw"
      rw.writeLock().unlock();
    } finally {
      stats.unlockRead(s);
    }
  }

  void badRead() throws InterruptedException {
    long s = stats.writeLock();
    try {
      rw.readLock().lockInterruptibly(); // want LockOrderViolation "rw"
      rw.readLock().unlock();
    } finally {
      stats.unlockWrite(s);
    }
  }

  void undeclared() throws InterruptedException {
    other.acquire();
    rw.writeLock().lock();
    rw.writeLock().unlock();
    other.release();
  }
}

@LockOrder({"x", "y"})
class Cyclic1 {
  final Object x = new Object();
  final Object y = new Object();
}

@LockOrder({"Cyclic1.y", "Cyclic1.x"})
class Cyclic2 {} // want LockOrderViolation "the declared lock or"

class Jcip {
  private final Lock first = new ReentrantLock();

  @AcquiredAfter("first")
  private final Lock second = new ReentrantLock();

  void bad() {
    second.lock();
    first.lock(); // want LockOrderViolation "first"
    first.unlock();
    second.unlock();
  }

  void ok() {
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
  }
}

class Before {
  @AcquiredBefore("second")
  private final Object first = new Object();

  private final Object second = new Object();

  void bad() {
    synchronized (second) {
      synchronized (first) { // want LockOrderViolation "first"
        System.out.println();
      }
    }
  }
}
@interface AcquiredAfter { String[] value(); }
@interface AcquiredBefore { String[] value(); }
