package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A pipeline lets through what a map has not, and puts that in at its end. */
public class SiftedKeys {
  private final ConcurrentMap<String, Integer> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> plain = new HashMap<>();
  private final Object lock = new Object();

  void merge(Map<String, Integer> from, int value) {
    from.keySet().stream()
        .filter(k -> !known.containsKey(k))
        .forEach(k -> known.put(k, value)); // want UnguardedCheckThenAct "containsKey (line 17) and put"
    from.entrySet().stream()
        .filter(e -> !known.containsKey(e.getKey()))
        .forEach(e -> known.put(e.getKey(), e.getValue())); // want UnguardedCheckThenAct "known"
  }

  void learn(List<String> names) {
    names.stream()
        .filter(name -> known.get(name) == null)
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              int length = name.length();
              known.put(name, length); // want UnguardedCheckThenAct "known"
            });
  }

  void learnOneByOne(List<String> names) {
    names.stream()
        .filter(name -> !plain.containsKey(name))
        .forEach(
            name -> {
              synchronized (lock) {
                plain.put(name, 1); // want UnguardedCheckThenAct "plain"
              }
            });
  }

  void right(Map<String, Integer> from) {
    from.forEach(known::putIfAbsent);
    from.keySet().stream()
        .filter(k -> !known.containsKey(k))
        .forEach(k -> known.putIfAbsent(k, 1));
  }

  void otherKey(List<String> names) {
    names.stream()
        .filter(name -> !known.containsKey(name))
        .map(name -> name + "/")
        .forEach(name -> known.put(name, 1));
  }

  void otherMap(Map<String, Integer> other, List<String> names) {
    names.stream().filter(name -> !other.containsKey(name)).forEach(name -> known.put(name, 1));
  }

  void locked(List<String> names) {
    synchronized (lock) {
      names.stream().filter(name -> !plain.containsKey(name)).forEach(name -> plain.put(name, 1));
    }
  }

  int local(List<String> names) {
    Map<String, Integer> mine = new ConcurrentHashMap<>();
    names.stream().filter(name -> !mine.containsKey(name)).forEach(name -> mine.put(name, 1));
    return mine.size();
  }
}
