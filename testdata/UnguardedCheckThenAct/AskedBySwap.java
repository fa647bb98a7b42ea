package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;

/** A limit that a compare-and-set asks about once more. */
public class AskedBySwap {
  private final AtomicInteger open = new AtomicInteger();
  private volatile int limit = 10;

  /** Counted only after a compare-and-set, which asked again. */
  void connect(Runnable connection) {
    boolean counted = false;
    try {
      int now;
      do {
        now = open.get();
        if (now >= limit) {
          throw new IllegalStateException("too many");
        }
      } while (!open.compareAndSet(now, now + 1));
      counted = true;
      connection.run();
    } catch (RuntimeException e) {
      if (counted) {
        open.decrementAndGet();
      }
      throw e;
    }
  }

  /** Nothing asked again. */
  void connectAnyway(Runnable connection) {
    if (open.get() < limit) {
      open.incrementAndGet(); // want UnguardedCheckThenAct "open"
      connection.run();
    }
  }
}
