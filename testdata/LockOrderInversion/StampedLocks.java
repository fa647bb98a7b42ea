package cases.lockorderinversion;

import java.util.concurrent.locks.StampedLock;

/** A stamped lock against a monitor. */
public class StampedLocks {
  private final StampedLock shape = new StampedLock();
  private final Object listeners = new Object();
  private double x;
  private double y;
  private int moves;

  public void move(double dx, double dy) {
    long stamp = shape.writeLock();
    try {
      x += dx;
      y += dy;
      synchronized (listeners) { // want LockOrderInversion "listeners"
        moves++;
      }
    } finally {
      shape.unlockWrite(stamp);
    }
  }

  public String describe() {
    synchronized (listeners) {
      long stamp = shape.readLock();
      try {
        return x + "," + y + " after " + moves;
      } finally {
        shape.unlockRead(stamp);
      }
    }
  }

  /** An optimistic read is no lock: nobody waits. */
  static class Optimistic {
    private final StampedLock shape = new StampedLock();
    private final Object listeners = new Object();
    private double x;
    private int moves;

    void move(double dx) {
      long stamp = shape.writeLock();
      try {
        x += dx;
        synchronized (listeners) {
          moves++;
        }
      } finally {
        shape.unlockWrite(stamp);
      }
    }

    double peek() {
      synchronized (listeners) {
        long stamp = shape.tryOptimisticRead();
        double seen = x;
        return stamp != 0 && shape.validate(stamp) ? seen : moves;
      }
    }
  }

  /** A stamp that turned out old is no lock: the read lock is waited for. */
  static class Fallback {
    private final StampedLock stamped = new StampedLock();
    private final Object monitor = new Object();
    private int value;

    int read() {
      synchronized (monitor) {
        long stamp = stamped.tryOptimisticRead();
        int seen = value;
        if (!stamped.validate(stamp)) {
          stamp = stamped.readLock(); // want LockOrderInversion "stamped"
          try {
            seen = value;
          } finally {
            stamped.unlockRead(stamp);
          }
        }
        return seen;
      }
    }

    void write(int next) {
      long stamp = stamped.writeLock();
      try {
        synchronized (monitor) {
          value = next;
        }
      } finally {
        stamped.unlockWrite(stamp);
      }
    }
  }

  /** Nobody is kept out by a stamp around both. */
  static class NoGate {
    private final StampedLock stamped = new StampedLock();
    private final Object left = new Object();
    private final Object right = new Object();
    private int moves;

    boolean forth() {
      long stamp = stamped.tryOptimisticRead();
      synchronized (left) {
        synchronized (right) { // want LockOrderInversion "right"
          moves++;
        }
      }
      return stamped.validate(stamp);
    }

    boolean back() {
      long stamp = stamped.tryOptimisticRead();
      synchronized (right) {
        synchronized (left) {
          moves--;
        }
      }
      return stamped.validate(stamp);
    }
  }

  /** The fallback comes after the monitor was given back. */
  static class FallbackOutside {
    private final StampedLock stamped = new StampedLock();
    private final Object monitor = new Object();
    private int value;

    int read() {
      long stamp = stamped.tryOptimisticRead();
      synchronized (monitor) {
        int seen = value;
        if (stamped.validate(stamp)) {
          return seen;
        }
      }
      stamp = stamped.readLock();
      try {
        return value;
      } finally {
        stamped.unlockRead(stamp);
      }
    }

    void write(int next) {
      long stamp = stamped.writeLock();
      try {
        synchronized (monitor) {
          value = next;
        }
      } finally {
        stamped.unlockWrite(stamp);
      }
    }
  }
}
