package cases.unguardedaccess;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.GuardedBy;

/** What {@code tryLock} said, kept in a variable, turned round, joined with other answers. */
public class LockAnswers {
  private final Lock lock = new ReentrantLock();
  private final Lock other = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int jobs;

  @GuardedBy("rw")
  private int entries;

  void turnedRound() {
    boolean busy = !lock.tryLock();
    if (busy) {
      return;
    }
    jobs++;
    lock.unlock();
  }

  void wrongWayRound() {
    boolean busy = !lock.tryLock();
    if (busy) {
      jobs++; // want UnguardedAccess "jobs"
    } else {
      lock.unlock();
    }
  }

  void perhapsTried(boolean wanted) {
    boolean got = false;
    if (wanted) {
      got = lock.tryLock();
    }
    if (got) {
      jobs++;
      lock.unlock();
    } else {
      jobs--; // want UnguardedAccess "jobs"
    }
  }

  /** What was asked before has nothing to do with the answer. */
  void patientlyIf(boolean needed) throws InterruptedException {
    if (!needed) {
      return;
    }
    boolean got = false;
    while (!got) {
      got = lock.tryLock(1, TimeUnit.SECONDS);
    }
    try {
      jobs++;
    } finally {
      lock.unlock();
    }
  }

  void patiently() throws InterruptedException {
    boolean got = false;
    while (!got) {
      got = lock.tryLock(1, TimeUnit.SECONDS);
    }
    try {
      jobs++;
    } finally {
      lock.unlock();
    }
  }

  void givesUp() throws InterruptedException {
    boolean got = false;
    for (int i = 0; i < 3 && !got; i++) {
      got = lock.tryLock(1, TimeUnit.SECONDS);
    }
    jobs++; // want UnguardedAccess "jobs"
    if (got) {
      lock.unlock();
    }
  }

  void eitherWay(boolean hurry) throws InterruptedException {
    boolean got = hurry ? lock.tryLock() : lock.tryLock(1, TimeUnit.SECONDS);
    if (!got) {
      return;
    }
    try {
      jobs++;
    } finally {
      lock.unlock();
    }
  }

  void oneOfTwo(boolean first) {
    boolean got = first ? lock.tryLock() : other.tryLock();
    if (got) {
      jobs++; // want UnguardedAccess "jobs"
    }
  }

  /** What was true under the lock is no lock. */
  int remembered() {
    boolean some;
    lock.lock();
    try {
      some = jobs > 0;
    } finally {
      lock.unlock();
    }
    if (some) {
      return jobs; // want UnguardedAccess "jobs"
    }
    return 0;
  }

  private Lock side(boolean write) {
    return write ? rw.writeLock() : rw.readLock();
  }

  int eitherSide(boolean write) {
    Lock side = side(write);
    side.lock();
    try {
      return entries;
    } finally {
      side.unlock();
    }
  }

  void eitherSideIsTooWeak(boolean write) {
    Lock side = write ? rw.writeLock() : rw.readLock();
    side.lock();
    try {
      entries++; // want UnguardedAccess "for reading only"
    } finally {
      side.unlock();
    }
    entries = 0; // want UnguardedAccess "entries"
  }

  void counted() {
    assert rw.getWriteHoldCount() > 0;
    entries++;
  }
}
