package cases.unguardedcheckthenact;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What is worked out when first asked for: each thread may go on with its own, or must not. */
class SingleChecks {
  /** A point in a file, equal to each other that names the same. */
  static final class Position {
    private final String file;
    private final int line;
    private volatile String shown;

    Position(String file, int line) {
      this.file = file;
      this.line = line;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Position p && p.file.equals(file) && p.line == line;
    }

    @Override
    public int hashCode() {
      return Objects.hash(file, line);
    }

    @Override
    public String toString() {
      String text = shown;
      if (text == null) {
        StringBuilder all = new StringBuilder();
        describe(all);
        text = all.toString();
        shown = text;
      }
      return text;
    }

    private void describe(StringBuilder to) {
      to.append(file).append(':').append(line);
    }
  }

  /** Equal to nothing but itself. */
  static final class Session {
    private final List<String> lines = new ArrayList<>();

    void say(String line) {
      lines.add(line);
    }
  }

  /** Changes after it is made. */
  static final class Total {
    private int sum;

    @Override
    public boolean equals(Object other) {
      return other instanceof Total t && t.sum == sum;
    }

    @Override
    public int hashCode() {
      return sum;
    }

    void add(int n) {
      sum += n;
    }
  }

  private final Map<String, Integer> starts = new ConcurrentHashMap<>();
  private final Map<String, Position> known = new ConcurrentHashMap<>();
  private final String root;
  private volatile Position first;
  private volatile Position last;
  private volatile Position seen;
  private volatile Position named;
  private volatile File folder;
  private volatile Session session;
  private volatile Total total;
  private volatile Object target;
  private volatile Map<String, String> names;

  SingleChecks(String root) {
    this.root = root;
  }

  void start(String file, int line) {
    starts.put(file, line);
  }

  Position first() {
    Position found = first;
    if (found == null) {
      found = new Position(root, starts.getOrDefault(root, 1));
      first = found;
    }
    return found;
  }

  File folder() {
    File found = this.folder;
    if (found != null) {
      return found;
    }
    found = new File(root).getParentFile();
    this.folder = found;
    return found;
  }

  /** Asked again, it may be another one that is given out. */
  Position last() {
    if (last == null) {
      last = new Position(root, starts.getOrDefault(root, 1)); // want UnguardedCheckThenAct "last"
    }
    return last;
  }

  /** Taken back by somebody else, who then finds it there again. */
  Position seen() {
    Position found = seen;
    if (found == null) {
      found = new Position(root, starts.getOrDefault(root, 1));
      seen = found; // want UnguardedCheckThenAct "seen"
    }
    return found;
  }

  void forget() {
    seen = null;
  }

  /** The first caller's name is kept, or the second's. */
  Position named(String name) {
    Position found = named;
    if (found == null) {
      found = new Position(name, 1);
      named = found; // want UnguardedCheckThenAct "named"
    }
    return found;
  }

  /** What one thread says to its session is lost with it. */
  Session session() {
    Session found = session;
    if (found == null) {
      found = new Session();
      session = found; // want UnguardedCheckThenAct "session"
    }
    return found;
  }

  Total total() {
    Total found = total;
    if (found == null) {
      found = new Total();
      total = found; // want UnguardedCheckThenAct "total"
    }
    return found;
  }

  Object target() {
    Object found = target;
    if (found == null) {
      found = starts.isEmpty() ? new Object() : new Session();
      target = found; // want UnguardedCheckThenAct "target"
    }
    return found;
  }

  Map<String, String> names() {
    Map<String, String> found = names;
    if (found == null) {
      found = new HashMap<>();
      names = found; // want UnguardedCheckThenAct "names"
    }
    return found;
  }

  Position at(String file) {
    Position found = known.get(file);
    if (found == null) {
      found = new Position(file, 1);
      known.put(file, found); // want UnguardedCheckThenAct "known"
    }
    return found;
  }
}
