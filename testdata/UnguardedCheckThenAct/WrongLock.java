package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A lock is held, but not one that keeps the other users out. */
public class WrongLock {
  private static final Map<String, Integer> IDS = new ConcurrentHashMap<>();
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();
  private final Map<String, Integer> quotas = new ConcurrentHashMap<>();
  private final Map<String, Integer> weights = new ConcurrentHashMap<>();
  private final ReadWriteLock rw = new ReentrantReadWriteLock();

  /** Each instance has its own monitor, all share the map. */
  public synchronized int idOf(String name, int id) {
    if (!IDS.containsKey(name)) {
      IDS.put(name, id); // want UnguardedCheckThenAct "IDS"
    }
    return id;
  }

  /** {@link #overrideLimit} does not wait for it. */
  public synchronized void limit(String name, int limit) {
    if (!limits.containsKey(name)) {
      limits.put(name, limit); // want UnguardedCheckThenAct "limits"
    }
  }

  public void overrideLimit(String name, int limit) {
    limits.put(name, limit);
  }

  /** Readers do not exclude each other. */
  public void quota(String name, int quota) {
    rw.readLock().lock();
    try {
      if (quotas.get(name) == null) {
        quotas.put(name, quota); // want UnguardedCheckThenAct "quotas"
      }
    } finally {
      rw.readLock().unlock();
    }
  }

  /** A lock that nobody else can have. */
  public void weight(String name, int weight) {
    Object mutex = new Object();
    synchronized (mutex) {
      if (!weights.containsKey(name)) {
        weights.put(name, weight); // want UnguardedCheckThenAct "weights"
      }
    }
  }

  /** The list locks itself, and whoever sees it may change it without the helper's monitor. */
  public static class Listeners {
    public final List<Runnable> all = Collections.synchronizedList(new ArrayList<>());

    public synchronized boolean addOnce(Runnable listener) {
      boolean absent = !all.contains(listener);
      if (absent) {
        all.add(listener); // want UnguardedCheckThenAct "all"
      }
      return absent;
    }
  }

  /** Here it is the list's own monitor. */
  public static class OwnMonitor {
    public final List<Runnable> all = Collections.synchronizedList(new ArrayList<>());

    public boolean addOnce(Runnable listener) {
      synchronized (all) {
        boolean absent = !all.contains(listener);
        if (absent) {
          all.add(listener);
        }
        return absent;
      }
    }
  }

  /** Nobody else sees the list. */
  public static class Hidden {
    private final List<Runnable> all = Collections.synchronizedList(new ArrayList<>());

    public synchronized boolean addOnce(Runnable listener) {
      boolean absent = !all.contains(listener);
      if (absent) {
        all.add(listener);
      }
      return absent;
    }
  }
}
