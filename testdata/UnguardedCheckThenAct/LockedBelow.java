package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Classes that know no threads, with a subclass that does; and maps that only grow. */
public class LockedBelow {

  /** Knows no threads. */
  static class Table {
    protected String[] entries = new String[16];

    String remove(int index) {
      if (entries[index] == null) {
        return null;
      }
      String was = entries[index];
      entries[index] = null;
      return was;
    }
  }

  static String drop(Table table) {
    return table.remove(0);
  }

  /** Locks around all of it. */
  static class SafeTable extends Table {
    @Override
    synchronized String remove(int index) {
      return super.remove(index);
    }

    synchronized void resize(int size) {
      entries = new String[size];
    }
  }

  /** Locks for itself, but not everywhere. */
  static class HalfSafe {
    protected String[] names = new String[16];

    String remove(int index) {
      if (names[index] == null) {
        return null;
      }
      String was = names[index];
      names[index] = null; // want UnguardedCheckThenAct "names"
      return was;
    }

    synchronized void put(int index, String name) {
      names[index] = name;
    }
  }

  static class HalfSafeToo extends HalfSafe {
    synchronized void resize(int size) {
      names = new String[size];
    }
  }

  /** Nobody in the package takes anything out. */
  public static class Registry {
    final Map<Class<?>, Object> instances = new ConcurrentHashMap<>();
    protected final Map<String, Object> byName = new ConcurrentHashMap<>();

    Object instance(Class<?> type) {
      if (instances.containsKey(type)) {
        return instances.get(type);
      }
      Object made = new Object();
      Object other = instances.putIfAbsent(type, made);
      return other == null ? made : other;
    }

    /** A subclass elsewhere may. */
    int length(String name) {
      if (byName.containsKey(name)) {
        return byName.get(name).hashCode(); // want UnguardedCheckThenAct "byName"
      }
      return 0;
    }
  }
}
