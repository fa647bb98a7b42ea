package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;

/** Who locks to show a number locks for its sake, however it is shown. */
public class ShownUnderLocks {

  static class Printed {
    private int hits;

    void hit() {
      hits++; // want NonAtomicUpdate "hits"
    }

    synchronized void print() {
      System.out.println("hits: " + hits);
    }
  }

  static class Formatted {
    private int hits;

    void hit() {
      hits++; // want NonAtomicUpdate "hits"
    }

    synchronized String format() {
      return String.format("%d hits", hits);
    }
  }

  static class Built {
    private int hits;

    void hit() {
      hits++; // want NonAtomicUpdate "hits"
    }

    synchronized String build() {
      StringBuilder text = new StringBuilder("hits: ");
      text.append(hits).append('!');
      return text.toString();
    }
  }

  /** The lock may be there for the map. */
  static class Named {
    private final Map<String, String> names = new HashMap<>();
    private int hits;

    void hit() {
      hits++;
    }

    synchronized String name(String of) {
      return names.get(of) + ": " + hits;
    }
  }

  /** What it writes may be what the lock is for. */
  static class Noted {
    private int hits;
    private String last;

    void hit() {
      hits++;
    }

    synchronized String note() {
      last = "hits: " + hits;
      return last;
    }
  }
}
