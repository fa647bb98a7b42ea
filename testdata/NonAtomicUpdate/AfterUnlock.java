package cases.nonatomicupdate;

import java.util.concurrent.locks.ReentrantLock;

/** The lock is there, but not where the update is. */
public class AfterUnlock {
  private final ReentrantLock lock = new ReentrantLock();
  private int open;
  private int failed;
  private int retries;

  public void open() {
    lock.lock();
    try {
      open++;
    } finally {
      lock.unlock();
    }
  }

  public void close() {
    lock.lock();
    try {
      failed = 0;
      retries = 0;
    } finally {
      lock.unlock();
    }
    open--; // want NonAtomicUpdate "open"
  }

  /** {@code tryLock} may say no. */
  public void fail() {
    boolean locked = lock.tryLock();
    try {
      failed++; // want NonAtomicUpdate "failed"
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  public void failRight() {
    if (lock.tryLock()) {
      try {
        failed++;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Released early on one path. */
  public void retry(boolean urgent) {
    lock.lock();
    if (urgent) {
      lock.unlock();
    }
    retries++; // want NonAtomicUpdate "retries"
    if (!urgent) {
      lock.unlock();
    }
  }
}
