package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is asked for and then got is still there, unless somebody may take it out. */
class InheritedMaps {
  protected final Map<String, String> names = new ConcurrentHashMap<>();
  public final Map<String, String> titles = new ConcurrentHashMap<>();

  /** No other package sees the class, and nobody here removes. */
  int length(String id) {
    if (names.containsKey(id)) {
      return names.get(id).length();
    }
    return titles.containsKey(id) ? titles.get(id).length() : 0;
  }

  void name(String id, String name) {
    names.put(id, name);
    titles.put(id, "");
  }

  /** A class below takes names out. */
  static class Removable {
    protected final Map<String, String> names = new ConcurrentHashMap<>();

    int length(String id) {
      return names.containsKey(id) ? names.get(id).length() : 0; // want UnguardedCheckThenAct "names"
    }

    void name(String id, String name) {
      names.put(id, name);
    }
  }

  static class Removing extends Removable {
    void forget(String id) {
      names.remove(id);
    }
  }
}
