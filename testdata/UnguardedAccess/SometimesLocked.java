package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A condition says whether the lock is taken, and the same condition who needs it. */
public class SometimesLocked {
  private final ReentrantLock lock = new ReentrantLock();
  private final boolean shared;

  @GuardedBy("lock")
  private int count;

  private final Map<String, String> names = new HashMap<>();

  SometimesLocked(boolean shared) {
    this.shared = shared;
  }

  void argument(boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      if (locked) {
        count++;
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void always(boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      count++; // want UnguardedAccess "count"
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void otherwise(boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      if (!locked) {
        count++; // want UnguardedAccess "count"
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void another(boolean locked, boolean counted) {
    if (locked) {
      lock.lock();
    }
    try {
      if (counted) {
        count++; // want UnguardedAccess "count"
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void changed(boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      boolean before = locked;
      locked = System.nanoTime() % 2 == 0;
      if (locked) {
        count++; // want UnguardedAccess "count"
      }
      locked = before;
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void afterwards(boolean locked) {
    if (locked) {
      lock.lock();
      lock.unlock();
    }
    if (locked) {
      count++; // want UnguardedAccess "count"
    }
  }

  void finalField() {
    if (shared) {
      lock.lock();
    }
    try {
      if (shared && count > 0) {
        count--;
      }
    } finally {
      if (shared) {
        lock.unlock();
      }
    }
  }

  void mode(int mode) {
    if (mode == 2) {
      lock.lock();
    }
    try {
      if (mode == 2) {
        count++;
      } else if (mode == 1) {
        count--; // want UnguardedAccess "count"
      }
    } finally {
      if (mode == 2) {
        lock.unlock();
      }
    }
  }

  void maybeNull(boolean locked) {
    Lock mine = locked ? lock : null;
    if (mine != null) {
      mine.lock();
    }
    try {
      if (mine != null) {
        count++;
      }
    } finally {
      if (mine != null) {
        mine.unlock();
      }
    }
  }

  void number() {
    int got = lock.tryLock() ? 1 : 0;
    if (got == 1) {
      try {
        count++;
      } finally {
        lock.unlock();
      }
    } else {
      count--; // want UnguardedAccess "count"
    }
  }

  void chosen() {
    switch (lock.tryLock() ? 1 : 0) {
      case 1:
        try {
          count++;
        } finally {
          lock.unlock();
        }
        break;
      default:
        break;
    }
  }

  String failure() throws InterruptedException {
    String failure = lock.tryLock(1, TimeUnit.SECONDS) ? null : "timed out";
    if (failure != null) {
      return failure;
    }
    try {
      count++;
    } finally {
      lock.unlock();
    }
    return "";
  }

  void name(String id, String name) {
    lock.lock();
    try {
      names.put(id, name);
    } finally {
      lock.unlock();
    }
  }

  void nameOnce(String id, String name, boolean locked) {
    if (locked) {
      lock.lock();
    }
    try {
      if (locked && !names.containsKey(id)) {
        names.put(id, name);
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  void nameOnceUnlocked(String id, String name, boolean locked) {
    if (locked) {
      lock.lock();
      lock.unlock();
    }
    if (locked && !names.containsKey(id)) {
      names.put(id, name); // want UnguardedCheckThenAct "names"
    }
  }

  void both(SometimesLocked other) throws InterruptedException {
    boolean mine = false;
    boolean theirs = false;
    try {
      mine = lock.tryLock(1, TimeUnit.SECONDS);
      theirs = mine && other.lock.tryLock(1, TimeUnit.SECONDS);
      if (theirs) {
        count++;
        other.count++;
      }
    } finally {
      if (theirs) {
        other.lock.unlock();
      }
      if (mine) {
        lock.unlock();
      }
    }
  }

  void either(SometimesLocked other) {
    boolean mine = lock.tryLock();
    boolean any = mine || other.lock.tryLock();
    if (any) {
      count++; // want UnguardedAccess "count"
    }
    if (mine) {
      lock.unlock();
    } else if (any) {
      other.lock.unlock();
    }
  }

  void takenLater(String id) {
    Lock taken = null;
    try {
      if (id != null) {
        lock.lock();
        taken = lock;
      }
      if (taken != null) {
        count++;
      }
    } finally {
      if (taken != null) {
        taken.unlock();
      }
    }
  }
}
