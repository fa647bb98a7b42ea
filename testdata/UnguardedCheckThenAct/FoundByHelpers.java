package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A helper answers what it looked up: who asks whether it got anything needs no other answer. Only
 * the helper's own caller can tell.
 */
public class FoundByHelpers {

  interface Handler {
    String handle(String path);
  }

  static class Routes {
    private final ConcurrentMap<String, Handler> exact = new ConcurrentHashMap<>();

    Handler exact(String path) {
      return exact.get(path);
    }

    public String name(String path) {
      return exact.get(path).handle(path);
    }

    /** Saves the look-up where there is nothing. */
    public String falseAlarm_match(String path) {
      if (!exact.isEmpty()) {
        Handler found = exact(path); // want UnguardedCheckThenAct "exact"
        if (found != null) {
          return found.handle(path);
        }
      }
      return "";
    }

    /** Callers get {@code null} either way. */
    public Handler falseAlarm_find(String path) {
      if (exact.containsKey(path)) {
        return exact(path); // want UnguardedCheckThenAct "exact"
      }
      return null;
    }

    public String handle(String path) {
      if (exact.containsKey(path)) {
        return exact(path).handle(path); // want UnguardedCheckThenAct "exact"
      }
      return "";
    }

    public String nameOf(String path) {
      if (exact.containsKey(path)) {
        String name = name(path); // want UnguardedCheckThenAct "exact"
        return name == null ? "" : name;
      }
      return "";
    }

    public void add(String path, Handler handler) {
      exact.put(path, handler);
    }

    public void remove(String path) {
      exact.remove(path);
    }
  }
}
