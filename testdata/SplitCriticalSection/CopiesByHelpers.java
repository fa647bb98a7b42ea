package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A helper copies under the lock, and a later section puts a changed copy in place. */
public class CopiesByHelpers {
  private final Object lock = new Object();
  private Map<String, String> settings = Map.of();
  private List<String> names = new ArrayList<>();

  Map<String, String> settings() {
    synchronized (lock) {
      return Map.copyOf(settings);
    }
  }

  List<String> names() {
    synchronized (lock) {
      return new ArrayList<>(names);
    }
  }

  void set(String key, String value) {
    Map<String, String> next = new HashMap<>(settings());
    next.put(key, value);
    synchronized (lock) {
      settings = next; // want SplitCriticalSection "settings"
    }
  }

  void setRight(String key, String value) {
    synchronized (lock) {
      Map<String, String> next = new HashMap<>(settings);
      next.put(key, value);
      settings = next;
    }
  }

  void add(String name) {
    List<String> next = new ArrayList<>(names());
    next.add(name);
    synchronized (lock) {
      names = next; // want SplitCriticalSection "names"
    }
  }

  /** Does not come from what was there. */
  void load(Map<String, String> fresh) {
    Map<String, String> old = settings();
    synchronized (lock) {
      settings = new HashMap<>(fresh);
    }
    System.out.println("was " + old.keySet());
  }

  synchronized boolean differs(Map<String, String> a, Map<String, String> b) {
    return !a.equals(b);
  }

  void replace(Map<String, String> fresh) {
    synchronized (lock) {
      settings = new HashMap<>(fresh);
    }
  }

  /** With the question or without it, the last one wins. */
  void replaceIfOther(Map<String, String> fresh) {
    if (differs(settings(), fresh)) {
      replace(fresh);
    }
  }

  int count() {
    return names().size() + settings().size();
  }
}
