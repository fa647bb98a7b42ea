package cases.unguardedaccess;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Branches count: only where {@code tryLock} said yes is the lock held. */
public class TryLocks {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int jobs;

  public boolean inBranch() {
    if (lock.tryLock()) {
      try {
        jobs++;
        return true;
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  public boolean earlyReturn() {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      jobs++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public boolean timed() throws InterruptedException {
    boolean got = lock.tryLock(10, TimeUnit.MILLISECONDS);
    if (got) {
      try {
        jobs++;
      } finally {
        lock.unlock();
      }
    }
    return got;
  }

  public void wrongBranch() {
    if (lock.tryLock()) {
      lock.unlock();
    } else {
      jobs++; // want UnguardedAccess "jobs"
    }
  }

  public void ignored() {
    boolean got = lock.tryLock();
    jobs++; // want UnguardedAccess "jobs"
    if (got) {
      lock.unlock();
    }
  }

  public void afterTheBranch() {
    if (lock.tryLock()) {
      try {
        jobs++;
      } finally {
        lock.unlock();
      }
    }
    jobs--; // want UnguardedAccess "jobs"
  }

  public void proved() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not the owner");
    }
    jobs++;
  }

  public void interruptibly() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      jobs++;
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("this")
  private int monitored;

  public void provedMonitor() {
    if (Thread.holdsLock(this)) {
      monitored++;
    }
  }
}
