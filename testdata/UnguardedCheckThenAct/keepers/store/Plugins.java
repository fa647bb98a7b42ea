package keepers.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps things for whoever asks, one step at a time. */
public class Plugins {
  private final ConcurrentMap<String, Object> byName = new ConcurrentHashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  public Object find(String name) {
    return byName.get(name);
  }

  public void add(String name, Object plugin) {
    byName.put(name, plugin);
  }

  public Object addIfAbsent(String name, Object plugin) {
    return byName.putIfAbsent(name, plugin);
  }

  public void remove(String name) {
    byName.remove(name);
  }

  public String label(String name) {
    return labels.get(name);
  }

  public void label(String name, String text) {
    labels.put(name, text);
  }
}
