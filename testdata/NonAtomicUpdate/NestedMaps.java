package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Containers that come out of shared maps. */
public class NestedMaps {
  private final Map<String, Map<String, Integer>> hits = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lines = Collections.synchronizedMap(new HashMap<>());

  void hit(String user, String page) {
    Map<String, Integer> pages = hits.computeIfAbsent(user, u -> new ConcurrentHashMap<>());
    Integer n = pages.get(page);
    pages.put(page, n == null ? 1 : n + 1); // want NonAtomicUpdate "pages"
  }

  void hitRight(String user, String page) {
    hits.computeIfAbsent(user, u -> new ConcurrentHashMap<>()).merge(page, 1, Integer::sum);
  }

  void first(String user, String page) {
    Map<String, Integer> pages = hits.get(user);
    if (pages != null && !pages.containsKey(page)) {
      pages.put(page, 1); // want UnguardedCheckThenAct "pages"
    }
  }

  void firstRight(String user, String page) {
    Map<String, Integer> pages = hits.get(user);
    if (pages != null) {
      pages.putIfAbsent(page, 1);
    }
  }

  int inCopy(String user, String page) {
    Map<String, Integer> pages = new HashMap<>(hits.getOrDefault(user, Map.of()));
    if (!pages.containsKey(page)) {
      pages.put(page, 0);
    }
    return pages.get(page);
  }

  void add(String name, String line) {
    lines.computeIfAbsent(name, n -> new ArrayList<>()).add(line); // want NonAtomicUpdate "lines"
  }

  void addLocked(String name, String line) {
    synchronized (lines) {
      lines.computeIfAbsent(name, n -> new ArrayList<>()).add(line);
    }
  }
}
