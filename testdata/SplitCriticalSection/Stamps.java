package cases.splitcriticalsection;

import java.util.concurrent.locks.StampedLock;

/** A valid stamp says nothing about what happens before the write lock is there. */
public class Stamps {
  private final StampedLock lock = new StampedLock();
  private int level;

  public void raise() {
    long stamp = lock.tryOptimisticRead();
    int seen = level;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        seen = level;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    long write = lock.writeLock();
    try {
      level = seen + 1; // want SplitCriticalSection "level"
    } finally {
      lock.unlockWrite(write);
    }
  }

  public boolean raiseIfValid() {
    long stamp = lock.tryOptimisticRead();
    int seen = level;
    if (!lock.validate(stamp)) {
      return false;
    }
    long write = lock.writeLock();
    level = seen + 1; // want SplitCriticalSection "level"
    lock.unlockWrite(write);
    return true;
  }

  /** Succeeds only if nobody wrote since the stamp. */
  public boolean raiseConverted() {
    long stamp = lock.tryOptimisticRead();
    int seen = level;
    long write = lock.tryConvertToWriteLock(stamp);
    if (write == 0) {
      return false;
    }
    try {
      level = seen + 1;
    } finally {
      lock.unlockWrite(write);
    }
    return true;
  }

  public void raiseRetrying() {
    for (long stamp = lock.tryOptimisticRead(); ; stamp = lock.writeLock()) {
      if (stamp == 0) {
        continue;
      }
      int seen = level;
      if (!lock.validate(stamp)) {
        continue;
      }
      stamp = lock.tryConvertToWriteLock(stamp);
      if (stamp == 0) {
        continue;
      }
      try {
        level = seen + 1;
        return;
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  public void raiseAgain() {
    long stamp = lock.tryOptimisticRead();
    int seen = level;
    System.out.println(lock.validate(stamp) ? "from " + seen : "from somewhere");
    long write = lock.writeLock();
    try {
      level = level + 1;
    } finally {
      lock.unlockWrite(write);
    }
  }
}
