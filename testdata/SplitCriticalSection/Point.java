package cases.splitcriticalsection;

import java.util.concurrent.locks.StampedLock;

/** StampedLock: a read stamp given back before the write stamp is taken. */
public class Point {
  private final StampedLock lock = new StampedLock();
  private double x;
  private double y;

  public void moveIfAtOrigin(double newX, double newY) {
    long stamp = lock.readLock();
    boolean origin;
    try {
      origin = x == 0.0 && y == 0.0;
    } finally {
      lock.unlockRead(stamp);
    }
    if (origin) {
      stamp = lock.writeLock();
      try {
        x = newX; // want SplitCriticalSection "x"
        y = newY; // want SplitCriticalSection "y"
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  public void scale(double factor) {
    double scaled;
    long stamp = lock.readLock();
    try {
      scaled = x * factor;
    } finally {
      lock.unlockRead(stamp);
    }
    stamp = lock.writeLock();
    try {
      x = scaled; // want SplitCriticalSection "x"
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Converted in place, or tested again after the write lock was taken. */
  public void moveIfAtOriginConverted(double newX, double newY) {
    long stamp = lock.readLock();
    try {
      while (x == 0.0 && y == 0.0) {
        long write = lock.tryConvertToWriteLock(stamp);
        if (write != 0L) {
          stamp = write;
          x = newX;
          y = newY;
          return;
        }
        lock.unlockRead(stamp);
        stamp = lock.writeLock();
      }
    } finally {
      lock.unlock(stamp);
    }
  }

  public double distance() {
    long stamp = lock.readLock();
    try {
      return Math.hypot(x, y);
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
