package cases.splitcriticalsection;

import java.util.concurrent.locks.ReentrantLock;

/** State machines whose transition is torn in two. */
public class VolatileStage {
  enum Stage {
    IDLE,
    BUSY,
    DONE
  }

  private final ReentrantLock lock = new ReentrantLock();
  private Stage stage = Stage.IDLE;

  public boolean begin() {
    Stage now;
    lock.lock();
    try {
      now = stage;
    } finally {
      lock.unlock();
    }
    if (now != Stage.IDLE) {
      return false;
    }
    lock.lock();
    try {
      stage = Stage.BUSY; // want SplitCriticalSection "stage"
    } finally {
      lock.unlock();
    }
    return true;
  }

  private Stage stage() {
    lock.lock();
    try {
      return stage;
    } finally {
      lock.unlock();
    }
  }

  private void move(Stage next) {
    lock.lock();
    try {
      stage = next;
    } finally {
      lock.unlock();
    }
  }

  public void finish() {
    switch (stage()) {
      case BUSY:
        move(Stage.DONE); // want SplitCriticalSection "stage"
        break;
      default:
        throw new IllegalStateException("not busy");
    }
  }

  public boolean beginRight() {
    lock.lock();
    try {
      if (stage != Stage.IDLE) {
        return false;
      }
      stage = Stage.BUSY;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Compare and set under the lock. */
  private boolean compareAndSet(Stage expected, Stage next) {
    lock.lock();
    try {
      if (stage != expected) {
        return false;
      }
      stage = next;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public void finishRight() {
    Stage seen = stage();
    if (seen == Stage.BUSY && !compareAndSet(seen, Stage.DONE)) {
      throw new IllegalStateException("changed meanwhile");
    }
  }
}
