package cases.uncheckedcheckthenact;

import java.util.HashMap;
import java.util.Map;

/** What is static belongs to every thread that the class is made for. */
public class StaticState {

  /** Its instances lock, so threads share them, and what they all share even more so. */
  static final class Registry {
    private static Registry instance;
    private static final Map<String, Registry> NAMED = new HashMap<>();

    private int uses;
    private String last;

    static Registry instance() {
      if (instance == null) {
        instance = new Registry(); // want UnguardedCheckThenAct "instance"
      }
      return instance;
    }

    static Registry named(String name) {
      Registry known = NAMED.get(name);
      if (known == null) {
        known = new Registry();
        NAMED.put(name, known); // want UnguardedCheckThenAct "NAMED"
      }
      return known;
    }

    synchronized int use(String by) {
      last = by;
      return ++uses;
    }

    synchronized String last() {
      return last;
    }
  }

  /** Nothing in it knows of threads. */
  static final class Formats {
    private static Formats instance;

    static Formats instance() {
      if (instance == null) {
        instance = new Formats();
      }
      return instance;
    }

    String format(int number) {
      return "#" + number;
    }
  }

  /** Made under the lock of the class. */
  static final class Guarded {
    private static Guarded instance;

    private int uses;

    static synchronized Guarded instance() {
      if (instance == null) {
        instance = new Guarded();
      }
      return instance;
    }

    synchronized int use() {
      return ++uses;
    }
  }

  /** Filled before anybody can see it. */
  static final class Tables {
    private static final Map<String, Integer> SIZES = new HashMap<>();

    static {
      for (String name : new String[] {"a", "b", "a"}) {
        if (!SIZES.containsKey(name)) {
          SIZES.put(name, name.length());
        }
      }
    }

    private int lookups;

    synchronized int size(String name) {
      lookups++;
      return SIZES.getOrDefault(name, lookups);
    }
  }
}
