package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Limits that are tested and taken under a lock, and given back without it. */
class BoundedPools {
  static class Leases {
    private static final int MAX = 8;
    private final AtomicInteger leased = new AtomicInteger();
    private final Object lock = new Object();

    boolean lease() {
      synchronized (lock) {
        if (leased.get() < MAX) {
          leased.incrementAndGet();
          return true;
        }
        return false;
      }
    }

    void giveBack() {
      leased.decrementAndGet();
    }
  }

  static class Buffers {
    private final AtomicLong held = new AtomicLong();
    private final long max;

    Buffers(long max) {
      this.max = max;
    }

    synchronized boolean falseAlarm_take(byte[] message) {
      if (held.get() + message.length > max) {
        return false;
      }
      held.addAndGet(message.length); // want UnguardedCheckThenAct "held"
      return true;
    }

    void release(byte[] message) {
      held.addAndGet(-message.length);
    }
  }

  /** Somebody takes without the lock. */
  static class Hasty {
    private static final int MAX = 8;
    private final AtomicInteger leased = new AtomicInteger();
    private final Object lock = new Object();

    boolean lease() {
      synchronized (lock) {
        if (leased.get() < MAX) {
          leased.incrementAndGet(); // want UnguardedCheckThenAct "leased"
          return true;
        }
        return false;
      }
    }

    void force() {
      leased.incrementAndGet();
    }

    void giveBack() {
      leased.decrementAndGet();
    }
  }

  /** What is taken away without the lock is what the test is about. */
  static class Credits {
    private final AtomicInteger left = new AtomicInteger(8);
    private final Object lock = new Object();

    boolean spend() {
      synchronized (lock) {
        if (left.get() > 0) {
          left.decrementAndGet(); // want UnguardedCheckThenAct "left"
          return true;
        }
        return false;
      }
    }

    void fine() {
      left.decrementAndGet();
    }
  }
}
