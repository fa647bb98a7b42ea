package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.LinkedList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One lock around both, or not quite. */
public class LockedCache {
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> concurrent = new ConcurrentHashMap<>();
  private final Map<String, String> second = new ConcurrentHashMap<>();
  private final Queue<String> queue = new LinkedList<>();
  private final Lock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Object other = new Object();
  private volatile String value;
  private String guarded;
  private static LockedCache instance;
  private static volatile LockedCache safe;

  // fine

  synchronized void inMonitor(String k) {
    if (!plain.containsKey(k)) {
      plain.put(k, k);
    }
  }

  synchronized String get(String k) {
    return plain.get(k);
  }

  void inBlock(String k) {
    synchronized (queue) {
      if (queue.isEmpty()) {
        queue.add(k);
      }
    }
  }

  void offer(String k) {
    synchronized (queue) {
      queue.offer(k);
    }
  }

  void underRw(String k) {
    rw.writeLock().lock();
    try {
      if (!concurrent.containsKey(k)) {
        concurrent.put(k, k);
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  void underRwHelper(String k) {
    rw.writeLock().lock();
    try {
      helper(k);
    } finally {
      rw.writeLock().unlock();
    }
  }

  private void helper(String k) {
    if (concurrent.get(k) == null) {
      concurrent.put(k, k);
    }
  }

  static LockedCache safe() {
    LockedCache c = safe;
    if (c == null) {
      synchronized (LockedCache.class) {
        c = safe;
        if (c == null) {
          c = new LockedCache();
          safe = c;
        }
      }
    }
    return c;
  }

  static synchronized LockedCache instance() {
    if (instance == null) {
      instance = new LockedCache();
    }
    return instance;
  }

  void retested(String k) {
    if (!second.containsKey(k)) {
      synchronized (other) {
        if (!second.containsKey(k)) {
          second.put(k, k);
        }
      }
    }
  }

  // not

  /** Each call is locked, the pair is not. */
  void twoSections(String k) {
    boolean missing;
    synchronized (queue) {
      missing = queue.isEmpty();
    }
    if (missing) {
      synchronized (queue) {
        queue.add(k); // want SplitCriticalSection "queue"
      }
    }
  }

  void readLockOnly(String k) {
    rw.readLock().lock();
    try {
      if (!concurrent.containsKey(k)) {
        concurrent.put(k, k); // want UnguardedCheckThenAct "concurrent"
      }
    } finally {
      rw.readLock().unlock();
    }
  }

  /** A lock made here keeps nobody out. */
  void freshLock(String k) {
    Object mine = new Object();
    synchronized (mine) {
      if (!concurrent.containsKey(k)) {
        concurrent.put(k, k); // want UnguardedCheckThenAct "concurrent"
      }
    }
  }

  void onlyTestLocked(String k) {
    boolean there;
    lock.lock();
    try {
      there = concurrent.containsKey(k);
    } finally {
      lock.unlock();
    }
    if (!there) {
      concurrent.put(k, k); // want UnguardedCheckThenAct "concurrent"
    }
  }

  String lazy() {
    if (value == null) {
      value = String.valueOf(System.nanoTime()); // want UnguardedCheckThenAct "value"
    }
    return value;
  }
}
