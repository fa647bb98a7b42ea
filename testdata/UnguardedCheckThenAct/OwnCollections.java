package cases.unguardedcheckthenact;

import java.util.Hashtable;
import java.util.Stack;
import java.util.Vector;

/** Collections that lock themselves in each call, and methods that were added to them. */
class OwnCollections {

  static class Roster extends Vector<String> {
    private static final long serialVersionUID = 1;

    boolean addIfMissing(String name) {
      boolean missing = !contains(name);
      if (missing) {
        add(name); // want UnguardedCheckThenAct "`this`"
      }
      return missing;
    }

    synchronized boolean addIfMissingRight(String name) {
      return !contains(name) && add(name);
    }
  }

  static class Settings extends Hashtable<String, Integer> {
    private static final long serialVersionUID = 1;

    void preset(String key) {
      if (!this.containsKey(key)) {
        this.put(key, 1); // want UnguardedCheckThenAct "`this`"
      }
    }

    void presetRight(String key) {
      putIfAbsent(key, 1);
    }
  }

  /** A stack that somebody locks. */
  static class History extends Stack<String> {
    private static final long serialVersionUID = 1;

    String undo() {
      return isEmpty() ? null : pop(); // want UnguardedCheckThenAct "`this`"
    }

    synchronized String undoRight() {
      return isEmpty() ? null : pop();
    }
  }

  /** A stack like any other: old, and no more. */
  static class Operands extends Stack<Integer> {
    private static final long serialVersionUID = 1;

    int next() {
      return isEmpty() ? 0 : pop();
    }
  }
}
