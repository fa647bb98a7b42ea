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

  boolean flagged(long limit) throws InterruptedException {
    boolean taken = false;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else if (lock.tryLock(limit, TimeUnit.SECONDS)) {
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

  boolean answered(long limit) throws InterruptedException {
    boolean taken;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else {
      taken = lock.tryLock(limit, TimeUnit.SECONDS);
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

  boolean answeredOtherwise(long limit) throws InterruptedException {
    boolean taken;
    if (limit == 0) {
      taken = limit == leastOf(limit);
    } else {
      taken = lock.tryLock(limit, TimeUnit.SECONDS);
    }
    if (taken) {
      leased++; // want UnguardedAccess "leased"
    }
    return taken;
  }

  boolean forgottenFirst(int limit) {
    boolean taken = false;
    if (limit != 0) {
      if (limit == 1) {
        taken = true;
      }
    } else {
      lock.lock();
      taken = true;
    }
    if (taken) {
      leased++; // want UnguardedAccess "leased"
    }
    return taken;
  }

  boolean givenBackOnOneWay(long limit) throws InterruptedException {
    boolean taken = false;
    if (limit == 0) {
      lock.lock();
      taken = true;
    } else if (lock.tryLock(limit, TimeUnit.SECONDS)) {
      lock.unlock();
      taken = true;
    }
    if (taken) {
      leased++; // want UnguardedAccess "leased"
    }
    return taken;
  }

  private static long leastOf(long limit) {
    return Math.min(limit, 5);
  }
}
