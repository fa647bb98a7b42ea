package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lockkeeper.annotations.GuardedBy;

/** References to methods of guarded objects, run by helpers that take the lock. */
abstract class LockedStore {
  protected final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  protected final Map<String, String> rows = new HashMap<>();

  protected <T> T compute(Supplier<T> body) {
    mutex.lock();
    try {
      return body.get();
    } finally {
      mutex.unlock();
    }
  }

  protected void locked(Runnable body) {
    mutex.lock();
    try {
      body.run();
    } finally {
      mutex.unlock();
    }
  }

  protected <T> T logged(Supplier<T> body) {
    T found = body.get();
    System.out.println(found);
    return found;
  }
}

class ReferencesUnderLock extends LockedStore {
  private static final Object LOCK = new Object();

  @GuardedBy("LOCK")
  private static final int[] histogram = new int[10];

  @GuardedBy("LOCK")
  private static int[] window = new int[10];

  int size() {
    return compute(rows::size);
  }

  void clear() {
    locked(rows::clear);
  }

  int sizeWithoutLock() {
    return logged(rows::size); // want UnguardedAccess "rows"
  }

  int sizeTwice() {
    Supplier<Integer> size = rows::size; // want UnguardedAccess "rows"
    return compute(size) + logged(size);
  }

  Supplier<Integer> later() {
    return rows::size; // want UnguardedAccess "rows"
  }

  /** The length of an array never changes, as long as it stays the same array. */
  static int buckets() {
    return histogram.length;
  }

  static int first() {
    return histogram.length > 0 ? histogram[0] : 0; // want UnguardedAccess "histogram"
  }

  static int span() {
    return window.length; // want UnguardedAccess "window"
  }

  static void slide(int width) {
    synchronized (LOCK) {
      window = new int[width];
    }
  }

  /** What only this class can name runs where it is called. */
  int rowsNow() {
    mutex.lock();
    try {
      return new Object() {
        int count() {
          return rows.size();
        }
      }.count();
    } finally {
      mutex.unlock();
    }
  }

  int rowsLater() {
    var counter =
        new Object() {
          int count() {
            return rows.size(); // want UnguardedAccess "rows"
          }
        };
    mutex.lock();
    mutex.unlock();
    return counter.count();
  }

  Object described() {
    mutex.lock();
    try {
      return new Object() {
        @Override
        public String toString() {
          return "rows: " + rows.size(); // want UnguardedAccess "rows"
        }
      };
    } finally {
      mutex.unlock();
    }
  }
}
