package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two sections that have nothing to tell each other. */
public class Snapshots {
  private final Object lock = new Object();
  private final Object statsLock = new Object();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Integer> limits = new HashMap<>();
  private int reads;
  private int writes;

  /** A copy is old, and nobody writes it back. */
  public int total() {
    List<Integer> copy;
    synchronized (lock) {
      copy = new ArrayList<>(sizes.values());
    }
    int sum = 0;
    for (int n : copy) {
      sum += n;
    }
    synchronized (statsLock) {
      reads++;
    }
    return sum;
  }

  /** A blind write does not depend on what was read. */
  public int replace(String name, int size) {
    int old;
    synchronized (lock) {
      old = sizes.getOrDefault(name, 0);
    }
    report(old);
    synchronized (lock) {
      sizes.put(name, size);
    }
    return old;
  }

  /** Another key. */
  public void copyLimit(String from, String to) {
    Integer limit;
    synchronized (lock) {
      limit = limits.get(from);
    }
    if (limit != null) {
      synchronized (lock) {
        limits.put(to, limit);
      }
    }
  }

  /** Counters that only add up. */
  public void writeTwice() {
    synchronized (statsLock) {
      writes++;
    }
    report(0);
    synchronized (statsLock) {
      writes++;
    }
  }

  /** The argument decides. */
  public void toggle(boolean on, String name) {
    synchronized (statsLock) {
      reads++;
    }
    if (on) {
      synchronized (lock) {
        sizes.put(name, 1);
      }
    }
  }

  private void report(int n) {}
}
