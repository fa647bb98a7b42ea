package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Cursors over shared lists, each made for the one who asks for it. */
public class FoundEnumerations {
  private static final Map<String, List<String>> FACTORIES = new WeakHashMap<>();
  private static final Cursor COMMON = new Cursor(new ArrayList<>());

  /** Goes through a list that others add to. */
  static class Cursor {
    private final List<String> names;
    private int position;

    Cursor(List<String> names) {
      this.names = names;
    }

    boolean hasMore() {
      synchronized (names) {
        return position < names.size();
      }
    }

    String next() {
      synchronized (names) {
        return names.get(position++);
      }
    }
  }

  static Cursor factories(String kind) {
    synchronized (FACTORIES) {
      List<String> known = FACTORIES.get(kind);
      if (known != null) {
        return known.isEmpty() ? null : new Cursor(known);
      }
      FACTORIES.put(kind, new ArrayList<>());
      return null;
    }
  }

  static Cursor common(String kind) {
    return kind == null ? null : COMMON;
  }

  void each(StringBuilder into) {
    Cursor found = factories("url");
    while (found != null && found.hasMore()) {
      into.append(found.next());
    }
  }

  void eachOfCommon(StringBuilder into) {
    Cursor found = common("url");
    while (found != null && found.hasMore()) {
      into.append(found.next()); // want SplitCriticalSection "position"
    }
  }
}
