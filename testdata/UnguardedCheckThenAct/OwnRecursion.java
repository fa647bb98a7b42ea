package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Methods that call only themselves, or each other, are still begun by somebody else. */
class OwnRecursion {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private int steps;

  void release(String key, int depth) {
    if (counts.get(key) == 0) {
      counts.remove(key); // want UnguardedCheckThenAct "counts"
    } else if (depth > 0) {
      release(key + "/..", depth - 1);
    }
  }

  void down(String key) {
    if (!counts.containsKey(key)) {
      counts.put(key, 0); // want UnguardedCheckThenAct "counts"
    }
    up(key);
  }

  void up(String key) {
    steps++; // want NonAtomicUpdate "steps"
    if (key.length() < 9) {
      down(key + key);
    }
  }

  int steps() {
    synchronized (lock) {
      return steps;
    }
  }

  /** Locked all the way: the first call is the only one without it. */
  void locked(String key, int depth) {
    synchronized (lock) {
      steps += depth;
      if (depth > 0) {
        locked(key, depth - 1);
      }
    }
  }
}
