package cases.unguardedaccess;

import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Where the lock is held, path by path. */
public class ControlFlow {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int state;

  public void releasedOnOnePath(boolean early) {
    lock.lock();
    try {
      state = 1;
    } finally {
      if (early) {
        lock.unlock();
      }
    }
    state = 2; // want UnguardedAccess "state"
    if (!early) {
      lock.unlock();
    }
  }

  public void takenOnOnePath(boolean locked) {
    if (locked) {
      lock.lock();
    }
    state++; // want UnguardedAccess "state"
    if (locked) {
      lock.unlock();
    }
  }

  public void inFinally() {
    lock.lock();
    try {
      work();
    } finally {
      state = 0;
      lock.unlock();
    }
  }

  public void inFinallyTooLate() {
    lock.lock();
    try {
      work();
    } finally {
      lock.unlock();
      state = 0; // want UnguardedAccess "state"
    }
  }

  public int loop(int n) {
    int last = 0;
    for (int i = 0; i < n; i++) {
      lock.lock();
      try {
        if (i == 3) {
          continue;
        }
        last = state;
      } finally {
        lock.unlock();
      }
    }
    return last;
  }

  public synchronized int breakLeavesTheMonitor() {
    while (true) {
      synchronized (lock) {
        break;
      }
    }
    return state; // want UnguardedAccess "state"
  }

  /** A lock used as a monitor is not locked. */
  public void monitorOfTheLock() {
    synchronized (lock) {
      state++; // want UnguardedAccess "state"
    }
  }

  public void handOverHand() {
    lock.lock();
    lock.lock();
    try {
      state++;
      lock.unlock();
      state++;
    } finally {
      lock.unlock();
    }
  }

  public int switched(int kind) {
    lock.lock();
    try {
      switch (kind) {
        case 0:
          return state;
        case 1:
          state = 5;
          break;
        default:
          throw new IllegalArgumentException("kind");
      }
    } finally {
      lock.unlock();
    }
    return kind;
  }

  private void work() {}
}
