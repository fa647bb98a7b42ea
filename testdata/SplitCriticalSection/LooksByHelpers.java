package cases.splitcriticalsection;

import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Both looks are made by helpers: the second under the write lock is the one that counts. */
public class LooksByHelpers {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final TreeMap<String, StringBuilder> rows = new TreeMap<>();

  private StringBuilder lookUp(String key) {
    return rows.get(key);
  }

  StringBuilder find(String key) {
    lock.readLock().lock();
    try {
      return lookUp(key);
    } finally {
      lock.readLock().unlock();
    }
  }

  void forget(String key) {
    lock.writeLock().lock();
    try {
      rows.remove(key);
    } finally {
      lock.writeLock().unlock();
    }
  }

  StringBuilder findOrMake(String key) {
    StringBuilder row = find(key);
    if (row != null) {
      return row;
    }
    lock.writeLock().lock();
    try {
      row = lookUp(key);
      if (row == null) {
        row = new StringBuilder(key);
        rows.put(key, row);
      }
      return row;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Nobody looks again. */
  StringBuilder findOrMakeWrong(String key) {
    StringBuilder row = find(key);
    if (row != null) {
      return row;
    }
    lock.writeLock().lock();
    try {
      row = new StringBuilder(key);
      rows.put(key, row); // want SplitCriticalSection "rows"
      return row;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** It was there before, and may be gone. */
  void append(String key, String text) {
    if (find(key) == null) {
      return;
    }
    lock.writeLock().lock();
    try {
      lookUp(key).append(text); // want SplitCriticalSection "rows"
    } finally {
      lock.writeLock().unlock();
    }
  }
}
