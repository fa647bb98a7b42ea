package cases.nonatomicupdate;

import java.util.concurrent.locks.StampedLock;

/** A stamp that is turned into a read lock, or might have been turned into a write lock. */
public class StampLevels {
  private final StampedLock lock = new StampedLock();
  private int level;

  public int level() {
    long stamp = lock.readLock();
    try {
      return level;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  public void raiseReading() {
    long stamp = lock.tryOptimisticRead();
    int seen = level;
    stamp = lock.tryConvertToReadLock(stamp);
    if (stamp == 0) {
      return;
    }
    try {
      level = seen + 1; // want NonAtomicUpdate "level"
    } finally {
      lock.unlockRead(stamp);
    }
  }

  public void raiseUnasked() {
    long stamp = lock.readLock();
    long write = lock.tryConvertToWriteLock(stamp);
    level = level + 1; // want NonAtomicUpdate "level"
    lock.unlock(write == 0 ? stamp : write);
  }

  public void raiseAsked() {
    long stamp = lock.readLock();
    long write = lock.tryConvertToWriteLock(stamp);
    if (write != 0) {
      stamp = write;
      level = level + 1;
    }
    lock.unlock(stamp);
  }

  /** Nobody came in between if it is still what was seen. */
  public boolean raiseIfSame() {
    int seen = level();
    int next = seen + 1;
    long write = lock.writeLock();
    try {
      if (level != seen) {
        return false;
      }
      level = next;
      return true;
    } finally {
      lock.unlockWrite(write);
    }
  }
}
