package cases.splitcriticalsection;

import java.util.BitSet;

/** Bits of a set are entries like those of a map. */
class Seats {
  private final BitSet taken = new BitSet();

  boolean take(int seat) {
    synchronized (taken) {
      if (taken.get(seat)) {
        return false;
      }
    }
    synchronized (taken) {
      taken.set(seat); // want SplitCriticalSection "taken"
    }
    return true;
  }

  boolean takeRight(int seat) {
    synchronized (taken) {
      if (taken.get(seat)) {
        return false;
      }
      taken.set(seat);
      return true;
    }
  }

  /** Of another seat. */
  void swap(int from, int to) {
    boolean used;
    synchronized (taken) {
      used = taken.get(from);
    }
    if (used) {
      synchronized (taken) {
        taken.set(to);
      }
    }
  }

  int free() {
    synchronized (taken) {
      return taken.nextClearBit(0);
    }
  }

  void leave(int seat) {
    synchronized (taken) {
      taken.clear(seat);
    }
  }
}
