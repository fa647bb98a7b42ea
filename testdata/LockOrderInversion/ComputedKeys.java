import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A lock for some of the partitions each, found by a number that is worked out of the key. */
class ComputedKeys {
  private final Stripes stripes = new Stripes();
  private final ReentrantLock cacheLock = new ReentrantLock();
  private final ReentrantLock indexLock = new ReentrantLock();
  private final Map<Long, String> cache = new ConcurrentHashMap<>();

  /** Gives the stripe back before it takes the lock of the cache. */
  void flush(Long id) {
    stripes.lock(id);
    try {
      cache.computeIfAbsent(id, k -> "");
    } finally {
      stripes.unlock(id);
    }
    drop(id);
  }

  private void drop(Long id) {
    cacheLock.lock();
    try {
      cache.remove(id);
    } finally {
      cacheLock.unlock();
    }
  }

  String load(Long id) {
    cacheLock.lock();
    try {
      stripes.lock(id);
      try {
        return cache.get(id);
      } finally {
        stripes.unlock(id);
      }
    } finally {
      cacheLock.unlock();
    }
  }

  void index(Long id) {
    indexLock.lock();
    try {
      stripes.lock(id); // want LockOrderInversion "`indexLock` before `stripes.locks[]`"
      stripes.unlock(id);
    } finally {
      indexLock.unlock();
    }
  }

  void reindex(Long id) {
    stripes.lock(id);
    try {
      indexLock.lock();
      indexLock.unlock();
    } finally {
      stripes.unlock(id);
    }
  }

  static final class Stripes {
    private final Map<Long, ReentrantLock> locks = new HashMap<>();

    Stripes() {
      for (long i = 0; i < 8; i++) {
        locks.put(i, new ReentrantLock());
      }
    }

    void lock(long id) {
      locks.get(id % 8).lock();
    }

    void unlock(long id) {
      locks.get(id % 8).unlock();
    }
  }

  /** The same without helpers. */
  static class Direct {
    private final Map<Long, ReentrantLock> locks = new HashMap<>();
    private final ReentrantLock all = new ReentrantLock();

    Direct() {
      for (long i = 0; i < 8; i++) {
        locks.put(i, new ReentrantLock());
      }
    }

    void one(long id) {
      locks.get(id % 8).lock();
      try {
        System.out.println(id);
      } finally {
        locks.get(id % 8).unlock();
      }
      all.lock();
      all.unlock();
    }

    void both(long id) {
      all.lock();
      try {
        locks.get(id % 8).lock();
        locks.get(id % 8).unlock();
      } finally {
        all.unlock();
      }
    }
  }
}
