package cases.unguardedaccess;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A lock that is tried for with a limit or taken without one, and one answer for both. */
class EitherWayTaken {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int leased;

  boolean tried(long limit) throws InterruptedException {
    boolean taken = lock.tryLock(limit, TimeUnit.SECONDS);
    if (taken) {
      try {
        leased++;
      } finally {
        lock.unlock();
      }
    }
    return taken;
  }

  boolean twice(int limit) {
    boolean taken = false;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else if (limit == 1) {
      lock.lock();
      taken = true;
    }
    if (taken) {
      try {
        leased++;
      } finally {
        lock.unlock();
      }
    }
    return taken;
  }

  boolean forgotten(int limit) {
    boolean taken = false;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else if (limit == 1) {
      taken = true;
    }
    if (taken) {
      leased++; // want UnguardedAccess "leased"
    }
    return taken;
  }

  boolean falseAlarm_flagged(long limit) throws InterruptedException {
    boolean taken = false;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else if (lock.tryLock(limit, TimeUnit.SECONDS)) {
      taken = true;
    }
    if (taken) {
      try {
        leased++; // want UnguardedAccess "leased"
      } finally {
        lock.unlock();
      }
    }
    return taken;
  }

  boolean falseAlarm_answered(long limit) throws InterruptedException {
    boolean taken;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else {
      taken = lock.tryLock(limit, TimeUnit.SECONDS);
    }
    if (taken) {
      try {
        leased++; // want UnguardedAccess "leased"
      } finally {
        lock.unlock();
      }
    }
    return taken;
  }
}
