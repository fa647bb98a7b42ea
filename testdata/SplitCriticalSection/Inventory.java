package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** Synchronized methods called one after the other: each is a critical section of its own. */
public class Inventory {
  private final Map<String, Integer> stock = new HashMap<>();

  public synchronized boolean has(String item) {
    return stock.containsKey(item);
  }

  public synchronized Integer count(String item) {
    return stock.get(item);
  }

  public synchronized void add(String item, int n) {
    stock.put(item, n);
  }

  public synchronized void remove(String item) {
    stock.remove(item);
  }

  public void ensure(String item) {
    if (!has(item)) {
      add(item, 0); // want SplitCriticalSection "stock"
    }
  }

  public void ensureEarlyReturn(String item) {
    if (count(item) != null) {
      return;
    }
    add(item, 0); // want SplitCriticalSection "stock"
  }

  public void increment(String item) {
    Integer n = count(item);
    add(item, n == null ? 1 : n + 1); // want SplitCriticalSection "stock"
  }

  /** The monitor is reentrant: one section around both. */
  public void ensureRight(String item) {
    synchronized (this) {
      if (!has(item)) {
        add(item, 0);
      }
    }
  }

  public synchronized void incrementRight(String item) {
    Integer n = count(item);
    add(item, n == null ? 1 : n + 1);
  }

  public void reset(String item) {
    remove(item);
    add(item, 0);
  }
}
