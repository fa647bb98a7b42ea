package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An atomic for each slot. */
class CounterArrays {
  private final AtomicLong[] hits = {new AtomicLong(), new AtomicLong()};
  private final AtomicInteger[] used = {new AtomicInteger(), new AtomicInteger()};

  void hit(int slot) {
    hits[slot].set(hits[slot].get() + 1); // want NonAtomicUpdate "hits"
  }

  void hitRight(int slot) {
    hits[slot].incrementAndGet();
  }

  void copy(int from, int to) {
    hits[to].set(hits[from].get());
  }

  boolean use(int slot) {
    if (used[slot].get() < 3) {
      used[slot].incrementAndGet(); // want UnguardedCheckThenAct "used"
      return true;
    }
    return false;
  }
}
