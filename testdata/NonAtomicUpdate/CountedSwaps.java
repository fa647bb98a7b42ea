package cases.nonatomicupdate;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A place is taken by a compare-and-set that everybody wins in the end, and given back. */
class CountedSwaps {
  private static final int MOST = Integer.getInteger("most", 8);

  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final Queue<String> free = new ConcurrentLinkedQueue<>();

  String connect() {
    int now;
    do {
      now = pending.get();
      if (now >= MOST) {
        return null;
      }
    } while (!pending.compareAndSet(now, now + 1));
    String found = free.poll();
    if (found == null) {
      pending.decrementAndGet();
    }
    return found;
  }

  void accept(String socket) {
    boolean counted = false;
    try {
      int now;
      do {
        now = open.get();
        if (now >= MOST) {
          throw new IllegalStateException("full");
        }
      } while (!open.compareAndSet(now, now + 1));
      counted = true;
      free.add(socket);
    } catch (IllegalStateException full) {
      if (counted) {
        open.set(open.get() - 1); // want NonAtomicUpdate "open"
      }
    }
  }

  /** One at a time has it. */
  void exclusive(Runnable work) {
    if (busy.compareAndSet(0, 1)) {
      try {
        work.run();
      } finally {
        busy.set(busy.get() - 1);
      }
    }
  }
}
