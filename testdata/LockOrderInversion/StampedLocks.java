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
}
