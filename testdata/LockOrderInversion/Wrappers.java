package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Objects that lock themselves and call others of the same interface: chains, not circles. */
public class Wrappers {

  interface Store {
    void put(String key, String value);

    String get(String key);
  }

  static class MemoryStore implements Store {
    private final Map<String, String> entries = new HashMap<>();

    @Override
    public synchronized void put(String key, String value) {
      entries.put(key, value);
    }

    @Override
    public synchronized String get(String key) {
      return entries.get(key);
    }
  }

  /** A decorator: its delegate may be anything, but never a decorator around this one. */
  static class CountingStore implements Store {
    private final Store delegate;
    private int puts;

    CountingStore(Store delegate) {
      this.delegate = delegate;
    }

    @Override
    public synchronized void put(String key, String value) {
      puts++;
      delegate.put(key, value);
    }

    @Override
    public synchronized String get(String key) {
      return delegate.get(key) + puts;
    }
  }

  /** A composite: from the whole to its parts. */
  static class Mirror implements Store {
    private final List<Store> copies = new ArrayList<>();

    synchronized void add(Store copy) {
      copies.add(copy);
    }

    @Override
    public synchronized void put(String key, String value) {
      for (Store copy : copies) {
        copy.put(key, value);
      }
    }

    @Override
    public synchronized String get(String key) {
      Iterator<Store> all = copies.iterator();
      return all.hasNext() ? all.next().get(key) : "";
    }
  }

  /** Everybody logs while holding a lock; the log knows nobody. */
  static class Log {
    private static final List<String> LINES = new ArrayList<>();

    static void write(String line) {
      synchronized (LINES) {
        LINES.add(line);
      }
    }
  }

  static class Lamp {
    private boolean on;

    synchronized void toggle() {
      on = !on;
      Log.write("lamp " + on);
    }
  }

  static class Heater {
    private int level;

    synchronized void raise() {
      level++;
      Log.write("heater " + level);
    }
  }
}
