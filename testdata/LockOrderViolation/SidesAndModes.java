package cases.lockorderviolation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.lockkeeper.annotations.LockOrder;

/** Declared orders over other kinds of locks. */
public class SidesAndModes {

  @LockOrder({"schema", "rows"})
  static class Database {
    private final ReadWriteLock schema = new ReentrantReadWriteLock();
    private final ReadWriteLock rows = new ReentrantReadWriteLock();
    private int version;
    private int count;

    void migrate() {
      rows.writeLock().lock();
      try {
        schema.writeLock().lock(); // want LockOrderViolation "schema"
        try {
          version++;
          count = 0;
        } finally {
          schema.writeLock().unlock();
        }
      } finally {
        rows.writeLock().unlock();
      }
    }

    void insert() {
      schema.readLock().lock();
      try {
        rows.writeLock().lock();
        try {
          count++;
        } finally {
          rows.writeLock().unlock();
        }
      } finally {
        schema.readLock().unlock();
      }
    }
  }

  @LockOrder({"bus", "this"})
  static class Device {
    private final Semaphore bus = new Semaphore(1);
    private int reads;

    synchronized int read() throws InterruptedException {
      bus.acquire(); // want LockOrderViolation "bus"
      try {
        return ++reads;
      } finally {
        bus.release();
      }
    }

    int reads() throws InterruptedException {
      bus.acquire();
      try {
        synchronized (this) {
          return reads;
        }
      } finally {
        bus.release();
      }
    }
  }

  @LockOrder({"shape", "style"})
  static class Figure {
    private final StampedLock shape = new StampedLock();
    private final Object style = new Object();
    private double x;
    private int colour;

    void paint() {
      synchronized (style) {
        long stamp = shape.readLock(); // want LockOrderViolation "shape"
        try {
          colour = (int) x;
        } finally {
          shape.unlockRead(stamp);
        }
      }
    }

    /** Optimistic reading waits for nobody. */
    int peek() {
      synchronized (style) {
        long stamp = shape.tryOptimisticRead();
        double seen = x;
        return shape.validate(stamp) ? (int) seen : colour;
      }
    }
  }
}
