package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What the first section changes on a way that ends there tells the second one nothing. */
class CountedHits {
  private final Map<String, Object> loaded = new HashMap<>();
  private final Lock lock = new ReentrantLock();
  private long hits;
  private boolean loading;

  Object get(String key) {
    lock.lock();
    try {
      Object known = loaded.get(key);
      if (known != null) {
        hits++;
        return known;
      }
    } finally {
      lock.unlock();
    }
    Object fresh = new Object();
    lock.lock();
    try {
      loaded.put(key, fresh); // want SplitCriticalSection "loaded"
    } finally {
      lock.unlock();
    }
    return fresh;
  }

  /** Leaves a mark that keeps others out. */
  Object getOnce(String key) {
    lock.lock();
    try {
      Object known = loaded.get(key);
      if (known != null || loading) {
        return known;
      }
      loading = true;
    } finally {
      lock.unlock();
    }
    Object fresh = new Object();
    lock.lock();
    try {
      loaded.put(key, fresh);
      loading = false;
    } finally {
      lock.unlock();
    }
    return fresh;
  }

  /** Looks again. */
  Object getAgain(String key) {
    lock.lock();
    try {
      Object known = loaded.get(key);
      if (known != null) {
        hits++;
        return known;
      }
    } finally {
      lock.unlock();
    }
    Object fresh = new Object();
    lock.lock();
    try {
      Object winner = loaded.putIfAbsent(key, fresh);
      return winner == null ? fresh : winner;
    } finally {
      lock.unlock();
    }
  }

  /** Memory that is taken bit by bit, and given back if there is not enough. */
  static class Memory {
    private final Lock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long free = 1024;

    long take(long size) throws InterruptedException {
      lock.lock();
      try {
        if (free >= size) {
          free -= size;
          return size;
        }
        long got = 0;
        try {
          while (got < size) {
            if (!more.await(1, TimeUnit.SECONDS)) {
              break;
            }
            long next = Math.min(size - got, free);
            free -= next;
            got += next;
          }
          long all = got;
          got = 0;
          return all;
        } finally {
          free += got;
        }
      } finally {
        lock.unlock();
      }
    }

    void give(long size) {
      lock.lock();
      try {
        free += size;
        more.signal();
      } finally {
        lock.unlock();
      }
    }
  }
}
