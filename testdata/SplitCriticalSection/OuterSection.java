package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Inner sections end, the outer one does not: the lock is never free. */
public class OuterSection {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> hits = new HashMap<>();

  public void hit(String page) {
    lock.lock();
    try {
      boolean known;
      synchronized (hits) {
        known = hits.containsKey(page);
      }
      if (!known) {
        synchronized (hits) {
          hits.put(page, 0L);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      synchronized (hits) {
        hits.clear();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Private steps of public sections. */
  private boolean knownStep(String page) {
    lock.lock();
    try {
      return hits.containsKey(page);
    } finally {
      lock.unlock();
    }
  }

  public void hitViaStep(String page) {
    lock.lock();
    try {
      if (!knownStep(page)) {
        synchronized (hits) {
          hits.put(page, 1L);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** A local of this thread, whatever the lock. */
  public Map<String, Long> local(String page) {
    Map<String, Long> mine = new HashMap<>();
    boolean known;
    synchronized (mine) {
      known = mine.containsKey(page);
    }
    if (!known) {
      synchronized (mine) {
        mine.put(page, 0L);
      }
    }
    return mine;
  }
}
