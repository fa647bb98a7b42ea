package cases.unguardedcheckthenact;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Subscriptions that may go while somebody looks. */
public class NullEitherWay {
  private final ConcurrentMap<String, List<String>> all = new ConcurrentHashMap<>();

  void drop(String key) {
    all.remove(key);
  }

  /** Who calls gets {@code null} when there is none, however that is found out. */
  List<String> find(String key) {
    if (all.containsKey(key)) {
      return all.get(key);
    }
    return null;
  }

  /** Who calls is promised a list. */
  List<String> findOrNone(String key) {
    if (all.containsKey(key)) {
      return all.get(key); // want UnguardedCheckThenAct "all"
    }
    return List.of();
  }

  Integer count(String key) {
    if (all.containsKey(key)) {
      return all.get(key).size(); // want UnguardedCheckThenAct "all"
    }
    return null;
  }

  /** Every round looks whether there is a list by now. */
  void fill(String key, int wanted) {
    List<String> list = all.get(key);
    int missing = missing(list, wanted);
    for (int i = 0; i < missing && missing(list, wanted) > 0; i++) {
      all.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add("empty");
      if (list == null) {
        list = all.get(key);
      }
    }
  }

  private static int missing(List<String> list, int wanted) {
    return list == null ? wanted : wanted - list.size();
  }
}
