package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A look without the lock, and the one that counts under it; and locks that are striped. */
public class RetestUnderLock {
  private final Map<String, Pool> pools = new ConcurrentHashMap<>();
  private final Map<String, Pool> striped = new ConcurrentHashMap<>();
  private final Object[] stripes = new Object[16];

  public RetestUnderLock() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Object();
    }
  }

  public Pool pool(String url) {
    Pool pool = pools.get(url);
    if (pool == null) {
      synchronized (pools) {
        pool = pools.get(url);
        if (pool == null) {
          pool = new Pool();
          pools.put(url, pool);
        }
      }
    }
    return pool;
  }

  public void ensure(String url) {
    if (pools.containsKey(url)) {
      return;
    }
    synchronized (pools) {
      if (!pools.containsKey(url)) {
        pools.put(url, new Pool());
      }
    }
  }

  /** Delegates to a method that looks again under the lock. */
  public void ensureInHelper(String url) {
    if (!pools.containsKey(url)) {
      create(url);
    }
  }

  private void create(String url) {
    synchronized (pools) {
      if (pools.get(url) == null) {
        pools.put(url, new Pool());
      }
    }
  }

  /** Equal keys meet at the same stripe. */
  public Pool striped(String url) {
    synchronized (stripes[Math.floorMod(url.hashCode(), stripes.length)]) {
      Pool pool = striped.get(url);
      if (pool == null) {
        pool = new Pool();
        striped.put(url, pool);
      }
      return pool;
    }
  }

  /** Connections. */
  public static final class Pool {}
}
