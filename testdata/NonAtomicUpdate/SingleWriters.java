package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** State that one thread at a time moves on, as the code itself shows. */
public class SingleWriters {

  /** A ring for one producer and one consumer: ordered stores are for a single writer. */
  static class Ring {
    private final Object[] slots = new Object[16];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    boolean offer(Object item) {
      long at = written.get();
      if (at - read.get() == slots.length) {
        lose();
        return false;
      }
      slots[(int) (at % slots.length)] = item;
      written.lazySet(at + 1);
      return true;
    }

    private void lose() {
      lost.set(lost.get() + 1); // want NonAtomicUpdate "lost"
    }

    Object poll() {
      long at = read.get();
      if (at == written.get()) {
        return null;
      }
      Object item = slots[(int) (at % slots.length)];
      release(at + 1);
      return item;
    }

    private void release(long next) {
      read.lazySet(next);
    }
  }

  /** Somebody else counts up meanwhile. */
  static class Meter {
    private final AtomicLong level = new AtomicLong();

    void mark() {
      level.incrementAndGet();
    }

    void decay() {
      level.lazySet(level.get() / 2); // want NonAtomicUpdate "level"
    }
  }

  /** Who takes the last credit moves on. */
  static class Turns {
    private final AtomicInteger credits = new AtomicInteger(4);
    private final AtomicInteger queue = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    int next() {
      int now = queue.get();
      if (credits.decrementAndGet() == 0) {
        advance();
      }
      return now;
    }

    private void advance() {
      int following = (queue.get() + 1) % 8;
      queue.set(following);
      credits.set(following + 1);
    }

    /** Called by who takes a credit that is none, too. */
    private void skip() {
      skipped.set(skipped.get() + 1); // want NonAtomicUpdate "skipped"
    }

    void take() {
      if (credits.decrementAndGet() < 0) {
        skip();
      }
    }
  }
}
