package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Whoever has put the mark may finish what it stands for. */
class WonBefore {
  private final ConcurrentMap<String, String> pages = new ConcurrentHashMap<>();

  void together(String name, String mark, String page) {
    if (!pages.containsKey(name) && pages.putIfAbsent(name, mark) == null) {
      pages.put(name, page);
    }
  }

  void nested(String name, String mark, String page) {
    if (!pages.containsKey(name)) {
      if (pages.putIfAbsent(name, mark) == null) {
        pages.put(name, page);
      }
    }
  }

  void unheeded(String name, String mark, String page) {
    if (!pages.containsKey(name)) {
      pages.putIfAbsent(name, mark);
      pages.put(name, page); // want UnguardedCheckThenAct "pages"
    }
  }
}
