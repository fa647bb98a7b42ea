package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that a method finds in objects that it made itself, and put there before. */
class LocksOfOwnObjects {
  static class Scope {
    Lock lock;
    int depth;

    static Scope of(Lock lock) {
      Scope scope = new Scope();
      scope.lock = lock;
      return scope;
    }
  }

  record Both(Lock first, Lock second) {}

  static class ByField {
    private final Lock rows = new ReentrantLock();
    private final Lock index = new ReentrantLock();
    private int writes;

    void insert() {
      Scope scope = new Scope();
      scope.lock = rows;
      scope.lock.lock();
      try {
        index.lock(); // want LockOrderInversion "`rows` before `index`"
        try {
          writes++;
        } finally {
          index.unlock();
        }
      } finally {
        scope.lock.unlock();
      }
    }

    void delete() {
      index.lock();
      try {
        Scope scope = Scope.of(rows);
        scope.lock.lock();
        try {
          writes--;
        } finally {
          scope.lock.unlock();
        }
      } finally {
        index.unlock();
      }
    }
  }

  static class ByRecord {
    private final Lock up = new ReentrantLock();
    private final Lock down = new ReentrantLock();
    private int moves;

    void raise() {
      Both both = new Both(up, down);
      both.first().lock();
      try {
        both.second().lock(); // want LockOrderInversion "`up` before `down`"
        try {
          moves++;
        } finally {
          both.second().unlock();
        }
      } finally {
        both.first().unlock();
      }
    }

    void lower() {
      down.lock();
      try {
        up.lock();
        try {
          moves--;
        } finally {
          up.unlock();
        }
      } finally {
        down.unlock();
      }
    }
  }

  /** The same order everywhere. */
  static class InOrder {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moves;

    void forth() {
      Both both = new Both(left, right);
      both.first().lock();
      try {
        both.second().lock();
        try {
          moves++;
        } finally {
          both.second().unlock();
        }
      } finally {
        both.first().unlock();
      }
    }

    void back() {
      left.lock();
      try {
        right.lock();
        try {
          moves--;
        } finally {
          right.unlock();
        }
      } finally {
        left.unlock();
      }
    }
  }

  /** A lock of its own, which nobody else has. */
  static class OwnLock {
    private final Lock table = new ReentrantLock();
    private int reads;

    void read() {
      Scope scope = Scope.of(new ReentrantLock());
      scope.lock.lock();
      try {
        table.lock();
        try {
          reads++;
        } finally {
          table.unlock();
        }
      } finally {
        scope.lock.unlock();
      }
    }

    void write() {
      table.lock();
      try {
        Scope scope = Scope.of(new ReentrantLock());
        scope.lock.lock();
        try {
          reads = 0;
        } finally {
          scope.lock.unlock();
        }
      } finally {
        table.unlock();
      }
    }
  }
}
