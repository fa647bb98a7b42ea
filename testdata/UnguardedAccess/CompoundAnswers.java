package cases.unguardedaccess;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Answers of tryLock that are combined without a branch, or compared as objects. */
public class CompoundAnswers {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int moved;

  boolean boxed() {
    if (Boolean.TRUE.equals(lock.tryLock())) {
      try {
        moved++;
        return true;
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  boolean boxedOtherwise() {
    Boolean got = lock.tryLock();
    if (got.equals(Boolean.FALSE)) {
      return false;
    }
    try {
      moved++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  void sameObject() {
    Boolean got = lock.tryLock();
    if (got == Boolean.TRUE) {
      try {
        moved++;
      } finally {
        lock.unlock();
      }
    }
  }

  void both(boolean ready) {
    boolean got = lock.tryLock();
    if (got & ready) {
      moved++;
    } else {
      moved--; // want UnguardedAccess "moved"
    }
    if (got) {
      lock.unlock();
    }
  }

  void either(boolean closed) {
    boolean got = lock.tryLock();
    if (!got | closed) {
      moved--; // want UnguardedAccess "moved"
    } else {
      moved++;
    }
    if (got) {
      lock.unlock();
    }
  }

  void oneOfTwo(boolean forced) {
    boolean got = lock.tryLock();
    if (got | forced) {
      moved++; // want UnguardedAccess "moved"
    }
    if (got) {
      lock.unlock();
    }
  }

  void turned() {
    if (lock.tryLock() ^ true) {
      return;
    }
    try {
      moved++;
    } finally {
      lock.unlock();
    }
  }

  void summed() {
    boolean got = false;
    got |= lock.tryLock();
    if (got) {
      try {
        moved++;
      } finally {
        lock.unlock();
      }
    }
  }

  void asCall(boolean ready) {
    boolean got = lock.tryLock();
    if (Boolean.logicalAnd(got, ready)) {
      moved++;
    }
    if (!Boolean.logicalAnd(ready, got)) {
      moved--; // want UnguardedAccess "moved"
    }
    if (got) {
      lock.unlock();
    }
  }
}
