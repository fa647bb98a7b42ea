package cases.uncheckedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Maps that a constructor is given: who gives them tells what they are. */
public class HandedIn {

  /** The constructor without parameters makes it. */
  static class Routes {
    private final Map<String, Integer> ports;

    Routes() {
      this(new ConcurrentHashMap<>());
    }

    Routes(Map<String, Integer> ports) {
      this.ports = ports;
    }

    int port(String name) {
      if (!ports.containsKey(name)) {
        ports.put(name, 8000 + name.length()); // want UnguardedCheckThenAct "ports"
      }
      return ports.get(name);
    }
  }

  /** A record's component, from two constructors away. */
  record Tally(String name, Map<String, Integer> counts) {
    Tally() {
      this(new ConcurrentHashMap<>(16));
    }

    Tally(Map<String, Integer> counts) {
      this("all", counts);
    }

    void first(String key) {
      if (counts.get(key) == null) {
        counts.put(key, key.length()); // want UnguardedCheckThenAct "counts"
      }
    }
  }

  /** Made by whoever makes the object. */
  static class Index {
    private final Map<String, String> byName;

    Index(Map<String, String> byName) {
      this.byName = byName;
    }

    String intern(String name) {
      String known = byName.get(name);
      if (known == null) {
        known = name.strip();
        byName.put(name, known); // want UnguardedCheckThenAct "byName"
      }
      return known;
    }
  }

  private final Index shared = new Index(new ConcurrentHashMap<>());

  String shared(String name) {
    return shared.intern(name);
  }

  /** Nobody gives it anything that threads may share. */
  static class Scratch {
    private final Map<String, Integer> seen;

    Scratch() {
      this(new HashMap<>());
    }

    Scratch(Map<String, Integer> seen) {
      this.seen = seen;
    }

    void see(String name) {
      if (!seen.containsKey(name)) {
        seen.put(name, seen.size());
      }
    }
  }

  int scratch(String name) {
    Scratch mine = new Scratch(new HashMap<>(4));
    mine.see(name);
    return mine.seen.size();
  }
}
