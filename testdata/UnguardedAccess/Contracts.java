package cases.unguardedaccess;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.Acquires;
import org.lockkeeper.annotations.Excludes;
import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Holding;
import org.lockkeeper.annotations.Releases;

/** Methods that say what their callers must hold, and what they must not. */
public class Contracts {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int size;

  @Holding("lock")
  void grow() {
    size++;
  }

  @GuardedBy("lock")
  void growByGuardedBy() {
    size++;
  }

  @Excludes("lock")
  public void notifyListeners() {}

  public void callsUnlocked() {
    grow(); // want UnguardedAccess "grow"
    growByGuardedBy(); // want UnguardedAccess "growByGuardedBy"
    notifyListeners();
  }

  public void callsLocked() {
    lock.lock();
    try {
      grow();
      growByGuardedBy();
      notifyListeners(); // want UnguardedAccess "notifyListeners"
    } finally {
      lock.unlock();
    }
    notifyListeners();
  }

  @Holding("lock")
  void callsFromHolding() {
    grow();
    notifyListeners(); // want UnguardedAccess "notifyListeners"
  }

  public void onAnother(Contracts other) {
    lock.lock();
    try {
      other.grow(); // want UnguardedAccess "grow"
      other.notifyListeners();
    } finally {
      lock.unlock();
    }
  }

  public void onAnotherRight(Contracts other) {
    other.lock.lock();
    try {
      other.grow();
      other.size--;
    } finally {
      other.lock.unlock();
    }
  }

  @Acquires("lock")
  public void begin() {
    lock.lock();
  }

  @Releases("lock")
  public void end() {
    lock.unlock();
  }

  public void section() {
    begin();
    try {
      size++;
      grow();
    } finally {
      end();
    }
  }

  public void sectionTooShort() {
    begin();
    try {
      grow();
    } finally {
      end();
    }
    size--; // want UnguardedAccess "size"
  }

  public void reference() {
    lock.lock();
    try {
      Runnable now = this::grow;
      now.run();
    } finally {
      lock.unlock();
    }
  }

  @Holding("this")
  void own() {}

  /** Of each element, whoever holds what. */
  public void references(java.util.List<Contracts> others) {
    others.forEach(Contracts::own); // want UnguardedAccess "own"
    others.forEach(
        other -> {
          synchronized (other) {
            other.own();
          }
        });
  }
}
