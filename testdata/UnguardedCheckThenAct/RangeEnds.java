package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;

/** Two values that must stay in order: each is tested against the other, and both may pass. */
class RangeEnds {
  private final AtomicInteger lower = new AtomicInteger(0);
  private final AtomicInteger upper = new AtomicInteger(10);

  void setLower(int n) {
    if (n > upper.get()) {
      throw new IllegalArgumentException("above " + upper);
    }
    lower.set(n); // want UnguardedCheckThenAct "upper"
  }

  boolean setUpper(int n) {
    if (lower.get() <= n) {
      upper.set(n); // want UnguardedCheckThenAct "lower"
      return true;
    }
    return false;
  }

  boolean holds(int n) {
    return lower.get() <= n && n <= upper.get();
  }

  static class Window {
    private volatile long start;
    private volatile long end;

    void start(long at) {
      if (at <= end) {
        start = at; // want UnguardedCheckThenAct "end"
      }
    }

    void end(long at) {
      if (at < start) {
        return;
      }
      end = at; // want UnguardedCheckThenAct "start"
    }
  }

  static class Locked {
    private volatile int low;
    private volatile int high;

    synchronized void low(int n) {
      if (n <= high) {
        low = n;
      }
    }

    synchronized void high(int n) {
      if (n >= low) {
        high = n;
      }
    }
  }

  /** The limit does not depend on what it limits. */
  static class Limited {
    private volatile int limit = 5;
    private volatile int speed;

    void speed(int n) {
      if (n <= limit) {
        speed = n;
      }
    }

    void limit(int n) {
      if (n > 0) {
        limit = n;
      }
    }
  }
}
