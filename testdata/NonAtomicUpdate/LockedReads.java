package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Who locks to do nothing but read a field shows that threads share it, with whatever lock. */
public class LockedReads {
  private LockedReads() {}

  static class ByLock {
    private final Lock lock = new ReentrantLock();
    private int count;

    void increment() {
      count++; // want NonAtomicUpdate "count"
    }

    int get() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  static class ByReadLock {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long total;

    void add(long delta) {
      total += delta; // want NonAtomicUpdate "total"
    }

    long total() {
      lock.readLock().lock();
      try {
        return total;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  static class ByStamp {
    private final StampedLock lock = new StampedLock();
    private double level;

    void raise(double by) {
      level = level + by; // want NonAtomicUpdate "level"
    }

    double level() {
      long stamp = lock.readLock();
      try {
        return level;
      } finally {
        lock.unlockRead(stamp);
      }
    }
  }

  /** What comes before and after the section does not matter. */
  static class AfterATest {
    private final Object lock = new Object();
    private boolean open = true;
    private int hits;

    void hit() {
      hits++; // want NonAtomicUpdate "hits"
    }

    int hits(String reader) {
      if (reader.isEmpty()) {
        throw new IllegalArgumentException("who?");
      }
      int now;
      synchronized (lock) {
        now = hits;
      }
      System.out.println(reader + " sees " + now);
      return now;
    }
  }

  static class Retried {
    private final Object lock = new Object();
    private int ticks;

    void tick() {
      ticks++; // want NonAtomicUpdate "ticks"
    }

    int ticks(int tries) {
      if (tries > 3) {
        return ticks(tries - 1);
      }
      synchronized (lock) {
        return ticks;
      }
    }
  }

  /** The lock may be there for what else happens in the section. */
  static class ForSomethingElse {
    private final Lock lock = new ReentrantLock();
    private final List<String> names = new ArrayList<>();
    private int width;

    void widen() {
      width++;
    }

    int add(String name) {
      lock.lock();
      try {
        names.add(name);
        return width;
      } finally {
        lock.unlock();
      }
    }
  }
}
