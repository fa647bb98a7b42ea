package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A lock around the test and the use keeps nobody out who removes without it. */
public class LockOfNobody {
  private final Object lock = new Object();
  private final List<String> names = Collections.synchronizedList(new ArrayList<>());
  private final List<String> guarded = Collections.synchronizedList(new ArrayList<>());

  void add(String name) {
    names.add(name);
  }

  void clear() {
    names.clear();
  }

  String first() {
    synchronized (lock) {
      return names.isEmpty() ? null : names.get(0); // want UnguardedCheckThenAct "names"
    }
  }

  String firstByItself() {
    synchronized (names) {
      return names.isEmpty() ? null : names.get(0);
    }
  }

  void addGuarded(String name) {
    guarded.add(name);
  }

  void clearGuarded() {
    synchronized (lock) {
      guarded.clear();
    }
  }

  String firstGuarded() {
    synchronized (lock) {
      return guarded.isEmpty() ? null : guarded.get(0);
    }
  }
}
