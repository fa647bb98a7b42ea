package cases.unguardedaccess;

import java.util.concurrent.locks.StampedLock;
import org.lockkeeper.annotations.GuardedBy;

/** Stamps: write, read, optimistic with and without validation, converted. */
public class StampedPoint {
  private final StampedLock sl = new StampedLock();

  @GuardedBy("sl")
  private double x;

  @GuardedBy("sl")
  private double y;

  public void move(double dx, double dy) {
    long stamp = sl.writeLock();
    try {
      x += dx;
      y += dy;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  public double distance() {
    long stamp = sl.tryOptimisticRead();
    double currentX = x;
    double currentY = y;
    if (!sl.validate(stamp)) {
      stamp = sl.readLock();
      try {
        currentX = x;
        currentY = y;
      } finally {
        sl.unlockRead(stamp);
      }
    }
    return Math.hypot(currentX, currentY);
  }

  public double unvalidated() {
    long stamp = sl.tryOptimisticRead();
    double currentX = x; // want UnguardedAccess "x"
    return stamp == 0 ? 0 : currentX;
  }

  /** Validated before it was read. */
  public double validatedTooEarly() {
    long stamp = sl.tryOptimisticRead();
    if (!sl.validate(stamp)) {
      return 0;
    }
    return y; // want UnguardedAccess "y"
  }

  public void writeUnderRead() {
    long stamp = sl.readLock();
    try {
      x = 0; // want UnguardedAccess "x"
    } finally {
      sl.unlockRead(stamp);
    }
  }

  public void writeOptimistic() {
    long stamp = sl.tryOptimisticRead();
    x = 1; // want UnguardedAccess "x"
    if (!sl.validate(stamp)) {
      throw new IllegalStateException();
    }
  }

  public double read() {
    long stamp = sl.readLock();
    try {
      return x + y;
    } finally {
      sl.unlock(stamp);
    }
  }

  public void convert(double newX) {
    long stamp = sl.readLock();
    try {
      while (x == 0.0) {
        long write = sl.tryConvertToWriteLock(stamp);
        if (write != 0L) {
          stamp = write;
          x = newX;
          break;
        }
        sl.unlockRead(stamp);
        stamp = sl.writeLock();
      }
    } finally {
      sl.unlock(stamp);
    }
  }

  public boolean tryMove(double newX) {
    long stamp = sl.tryWriteLock();
    if (stamp == 0L) {
      return false;
    }
    try {
      x = newX;
      return true;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  /** Either the same stamp at another level, or a new one. */
  public void convertOrRelock(double newX) {
    long stamp = sl.readLock();
    try {
      if (x == newX) {
        return;
      }
      long write = sl.tryConvertToWriteLock(stamp);
      if (write == 0L) {
        sl.unlockRead(stamp);
        stamp = sl.writeLock();
      } else {
        stamp = write;
      }
      x = newX; // want SplitCriticalSection "x"
    } finally {
      sl.unlock(stamp);
    }
  }

  private double peek() {
    return x + y;
  }

  /** The helper reads, the caller validates. */
  public double sum() {
    long stamp = sl.tryOptimisticRead();
    double sum = peek();
    return sl.validate(stamp) ? sum : read();
  }
}
