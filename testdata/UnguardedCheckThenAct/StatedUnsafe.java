package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.concurrent.NotThreadSafe;

/** Classes that say that their callers have to lock. */
public class StatedUnsafe {

  /** One thread at a time changes the level, any may ask for it. */
  @NotThreadSafe
  static class Level {
    private static volatile Level last;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile int level;

    void moveTo(int next) {
      if (level != next && level >= 0) {
        level = next;
        for (Runnable listener : new ArrayList<>(listeners)) {
          listener.run();
        }
      }
    }

    void forget() {
      if (changes.get() > 100) {
        changes.set(0);
      }
    }

    int level() {
      return level;
    }

    /** What is static belongs to no caller. */
    static Level last() {
      if (last == null) {
        last = new Level(); // want UnguardedCheckThenAct "last"
      }
      return last;
    }
  }

  /** What it uses does not speak for the class that uses it. */
  static class Control {
    private volatile Level level;

    Level level() {
      if (level == null) {
        level = new Level(); // want UnguardedCheckThenAct "level"
      }
      return level;
    }
  }

  /** A library class below it says nothing of what a class adds. */
  static class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;
    private final transient AtomicInteger asked = new AtomicInteger();

    int asked() {
      if (asked.get() > 100) {
        asked.set(0); // want UnguardedCheckThenAct "asked"
      }
      return asked.get();
    }
  }
}
