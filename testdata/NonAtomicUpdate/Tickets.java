package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers for customers: no two may get the same. */
class Tickets {
  private static final int MAX = 999;

  private final AtomicLong last = new AtomicLong();
  private final AtomicInteger slot = new AtomicInteger();

  long draw() {
    last.incrementAndGet(); // want NonAtomicUpdate "last"
    return last.get();
  }

  long drawBefore() {
    long mine = last.get();
    last.incrementAndGet(); // want NonAtomicUpdate "last"
    return mine;
  }

  long drawRight() {
    return last.incrementAndGet();
  }

  void drawAndTell() {
    last.incrementAndGet();
    System.out.println("so far " + last.get());
  }

  long drawn() {
    return last.get();
  }

  int slot() {
    int mine = slot.incrementAndGet();
    if (mine > MAX) {
      slot.set(0); // want UnguardedCheckThenAct "slot"
      mine = 0;
    }
    return mine;
  }

  int slotRight() {
    return slot.updateAndGet(n -> n >= MAX ? 0 : n + 1);
  }

  /** Gives back what it took too much. */
  boolean enter() {
    if (slot.incrementAndGet() > MAX) {
      slot.decrementAndGet();
      return false;
    }
    return true;
  }

  /** What went too far stays at the limit, whoever is last. */
  int index() {
    int mine = slot.getAndIncrement();
    if (mine >= MAX || mine < 0) {
      slot.set(MAX);
      throw new IllegalStateException("too many");
    }
    return mine;
  }
}
