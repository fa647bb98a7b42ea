package cases.facts;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Which locks are held where. */
public class HeldLocks {
  private final Lock lock = new ReentrantLock();
  private final Condition full = lock.newCondition();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final Object monitor = new Object();
  private int count;
  private int calls;

  synchronized void method() {
    calls++; // want fact "holds this"
  }

  void block() {
    synchronized (monitor) {
      count++; // want fact "holds monitor"
    }
  }

  void byLock() {
    lock.lock(); // want fact "acquires lock"
    try {
      count++; // want fact "holds lock"
    } finally {
      lock.unlock();
    }
  }

  void readSide() {
    rw.readLock().lock();
    try {
      System.out.println(count); // want fact "holds rw (read)"
    } finally {
      rw.readLock().unlock();
    }
  }

  void stamp() {
    long s = stamped.tryOptimisticRead();
    System.out.println(count); // want fact "holds stamped (optimistic)"
    if (!stamped.validate(s)) {
      s = stamped.readLock();
      System.out.println(count); // want fact "holds stamped (read)"
      stamped.unlockRead(s);
    }
  }

  boolean tried() {
    if (lock.tryLock()) { // want fact "acquires lock perhaps"
      try {
        count++; // want fact "holds lock"
        return true;
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  void waits() throws InterruptedException {
    lock.lock();
    try {
      full.await();
      count++; // want fact "holds lock"
    } finally {
      lock.unlock();
    }
  }

  private void helper() {
    count++; // want fact "holds monitor"
  }

  void calls() {
    synchronized (monitor) {
      helper();
      byLock(); // want fact "acquires lock"
    }
  }

  void alias() {
    HeldLocks self = this;
    Object mutex = self.monitor;
    synchronized (mutex) {
      count++; // want fact "holds monitor"
    }
  }
}
