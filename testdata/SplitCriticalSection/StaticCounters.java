package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** Static state, class locks, static synchronized methods. */
public final class StaticCounters {
  private static final Map<String, Long> COUNTS = new HashMap<>();
  private static StaticCounters instance;

  private StaticCounters() {}

  static synchronized long get(String name) {
    return COUNTS.getOrDefault(name, 0L);
  }

  static synchronized void set(String name, long value) {
    COUNTS.put(name, value);
  }

  static void increment(String name) {
    set(name, get(name) + 1); // want SplitCriticalSection "COUNTS"
  }

  static void incrementViaLocal(String name) {
    long n = StaticCounters.get(name);
    n = n + 1;
    StaticCounters.set(name, n); // want SplitCriticalSection "COUNTS"
  }

  static StaticCounters instance() {
    boolean missing;
    synchronized (StaticCounters.class) {
      missing = instance == null;
    }
    if (missing) {
      StaticCounters fresh = new StaticCounters();
      synchronized (StaticCounters.class) {
        instance = fresh; // want SplitCriticalSection "instance"
      }
    }
    synchronized (StaticCounters.class) {
      return instance;
    }
  }

  static StaticCounters instanceRight() {
    synchronized (StaticCounters.class) {
      if (instance == null) {
        instance = new StaticCounters();
      }
      return instance;
    }
  }

  static synchronized void incrementRight(String name) {
    set(name, get(name) + 1);
  }

  static void resetAll(Iterable<String> names) {
    for (String name : names) {
      set(name, 0);
    }
  }
}
