package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nesting alone is no defect: one direction only, across classes and helpers. */
public class OneDirection {
  private final Object top = new Object();
  private final Counter counter = new Counter();
  private final List<String> names = new ArrayList<>();

  public void add(String name) {
    synchronized (top) {
      names.add(name);
      counter.increment();
    }
  }

  public int remove(String name) {
    synchronized (top) {
      names.remove(name);
      return counter.decrement();
    }
  }

  /** A leaf: calls nobody. */
  static class Counter {
    private int value;

    synchronized int increment() {
      return ++value;
    }

    synchronized int decrement() {
      return --value;
    }
  }

  /** Same class, different fields: two objects that never meet in one order and the other. */
  static class Router {
    private final Table incoming = new Table();
    private final Table outgoing = new Table();

    void learn(String from, String to) {
      incoming.put(from, to);
      outgoing.put(to, from);
    }

    String trace(String from) {
      return incoming.get(from) + outgoing.get(from);
    }
  }

  static class Table {
    private final Map<String, String> rows = new LinkedHashMap<>();

    synchronized void put(String key, String value) {
      rows.put(key, value);
    }

    synchronized String get(String key) {
      return rows.get(key);
    }
  }
}
