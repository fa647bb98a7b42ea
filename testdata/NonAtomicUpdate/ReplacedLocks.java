package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;

/** Whoever waits for a lock that its holder replaces gets one that nobody else holds. */
public class ReplacedLocks {
  private static Integer served = 0;
  private static int right;
  private static final Object LOCK = new Object();

  private List<String> names = new ArrayList<>();
  private final List<String> fixed = new ArrayList<>();
  private int added;
  private int kept;
  private Object door = new Object();

  static void serve() {
    synchronized (served) {
      served++; // want NonAtomicUpdate "served"
    }
  }

  static void serveRight() {
    synchronized (LOCK) {
      right++;
    }
  }

  static void open() {
    for (int i = 0; i < 3; i++) {
      new Thread(ReplacedLocks::serve).start();
      new Thread(ReplacedLocks::serveRight).start();
    }
  }

  void add(String name) {
    synchronized (names) {
      List<String> more = new ArrayList<>(names);
      more.add(name);
      names = more; // want NonAtomicUpdate "names"
      added++; // want NonAtomicUpdate "added"
    }
  }

  int added() {
    synchronized (names) {
      return added;
    }
  }

  void addRight(String name) {
    synchronized (fixed) {
      fixed.add(name);
      kept++;
    }
  }

  int kept() {
    synchronized (fixed) {
      return kept;
    }
  }

  /** Nobody works with what a closed one held. */
  void close() {
    synchronized (door) {
      kept = 0;
      door = null;
    }
  }
}
