package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many there are says how much room a copy needs, and decides nothing. */
public class RoomForAll {
  private final ConcurrentMap<String, Runnable> owned = new ConcurrentHashMap<>();

  void dropOthers(List<String> mine) {
    Map<String, Runnable> others = new HashMap<>(owned.size());
    for (Map.Entry<String, Runnable> e : owned.entrySet()) {
      if (!mine.contains(e.getKey())) {
        others.put(e.getKey(), e.getValue());
      }
    }
    for (Map.Entry<String, Runnable> other : others.entrySet()) {
      other.getValue().run();
      owned.remove(other.getKey());
    }
  }

  void add(String name, Runnable end) {
    owned.putIfAbsent(name, end);
  }

  /** Here the number decides. */
  void addUpTo(String name, Runnable end) {
    int others = owned.size();
    if (new ArrayList<String>(others).isEmpty() && others < 10) {
      owned.put(name, end); // want UnguardedCheckThenAct "owned"
    }
  }
}
