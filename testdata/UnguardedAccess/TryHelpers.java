package cases.unguardedaccess;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.lockkeeper.annotations.GuardedBy;

/** Helpers whose result tells whether they have taken the lock. */
class TryHelpers {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamps = new StampedLock();

  @GuardedBy("lock")
  private int jobs;

  @GuardedBy("stamps")
  private int marks;

  private boolean free() {
    return lock.tryLock();
  }

  private boolean freeAfterAll() {
    return free();
  }

  private boolean busy() {
    return !lock.tryLock();
  }

  private boolean busySoon() throws InterruptedException {
    if (lock.tryLock(1, TimeUnit.SECONDS)) {
      return false;
    }
    System.out.println("busy");
    return true;
  }

  private ReentrantLock taken() {
    if (lock.tryLock()) {
      return lock;
    }
    return null;
  }

  private long marked() {
    long stamp = stamps.tryWriteLock();
    if (stamp == 0) {
      System.out.println("busy");
      return 0;
    }
    return stamp;
  }

  private boolean mine() {
    return lock.isHeldByCurrentThread() || lock.tryLock();
  }

  void whenFree() {
    if (freeAfterAll()) {
      try {
        jobs++;
      } finally {
        lock.unlock();
      }
    }
  }

  void unlessBusy() {
    if (busy()) {
      return;
    }
    try {
      jobs++;
    } finally {
      lock.unlock();
    }
  }

  void unlessBusySoon() throws InterruptedException {
    if (!busySoon()) {
      jobs++;
      lock.unlock();
    }
  }

  void whenTaken() {
    ReentrantLock taken = taken();
    if (taken == null) {
      return;
    }
    try {
      jobs++;
    } finally {
      taken.unlock();
    }
  }

  void whenMarked() {
    long stamp = marked();
    if (stamp != 0) {
      try {
        marks++;
      } finally {
        stamps.unlockWrite(stamp);
      }
    }
  }

  void whenBusy() {
    if (busy()) {
      jobs++; // want UnguardedAccess "jobs"
    } else {
      lock.unlock();
    }
  }

  void whenBusySoon() throws InterruptedException {
    boolean busy = busySoon();
    if (busy) {
      jobs = 0; // want UnguardedAccess "jobs"
    } else {
      lock.unlock();
    }
  }

  void whenNotTaken() {
    if (taken() == null) {
      jobs--; // want UnguardedAccess "jobs"
    } else {
      lock.unlock();
    }
  }

  void whenNotMarked() {
    if (marked() == 0) {
      marks--; // want UnguardedAccess "marks"
    }
  }

  void neverAsked() {
    busy();
    jobs--; // want UnguardedAccess "jobs"
  }
}
