package cases.unguardedcheckthenact;

import java.util.Hashtable;
import java.util.Vector;

/** Old containers in values, and in places where threads meet. */
public class OldValues {

  /** Compared by what it holds. */
  static class Name {
    private final Vector<String> parts = new Vector<>();

    void add(String part) {
      parts.addElement(part);
    }

    String last() {
      return parts.isEmpty() ? null : parts.lastElement();
    }

    void drop() {
      if (!parts.isEmpty()) {
        parts.removeElementAt(parts.size() - 1);
      }
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Name) || parts.size() != ((Name) other).parts.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.elementAt(i).equals(((Name) other).parts.elementAt(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (int i = 0; i < parts.size(); i++) {
        hash += parts.elementAt(i).hashCode();
      }
      return hash;
    }
  }

  /** A registry with the same container. */
  static class Registry {
    private final Vector<String> names = new Vector<>();

    void add(String name) {
      if (!names.contains(name)) {
        names.add(name); // want UnguardedCheckThenAct "names"
      }
    }

    void dropLast() {
      if (!names.isEmpty()) {
        names.remove(names.size() - 1); // want UnguardedCheckThenAct "names"
      }
    }
  }

  /** Compared by its name, and locked by some. */
  static class Zone {
    private final String name;
    private final Hashtable<String, String> hosts = new Hashtable<>();

    Zone(String name) {
      this.name = name;
    }

    void register(String host, String address) {
      if (!hosts.containsKey(host)) {
        hosts.put(host, address); // want UnguardedCheckThenAct "hosts"
      }
    }

    synchronized void clear() {
      hosts.clear();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Zone && name.equals(((Zone) other).name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
