package cases.uncheckedcheckthenact;

import java.util.BitSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The first free slot is free for everybody until somebody takes it. */
class FreeSlots {
  private final Lock lock = new ReentrantLock();
  private final BitSet used = new BitSet();

  int takeBare() {
    int slot = used.nextClearBit(0);
    used.set(slot); // want UnguardedCheckThenAct "used"
    return slot;
  }

  int takeInTwoSections() {
    int slot;
    lock.lock();
    try {
      slot = used.nextClearBit(0);
    } finally {
      lock.unlock();
    }
    lock.lock();
    try {
      used.set(slot); // want SplitCriticalSection "used"
    } finally {
      lock.unlock();
    }
    return slot;
  }

  int take() {
    lock.lock();
    try {
      int slot = used.nextClearBit(0);
      used.set(slot);
      return slot;
    } finally {
      lock.unlock();
    }
  }

  void free(int slot) {
    lock.lock();
    try {
      used.clear(slot);
    } finally {
      lock.unlock();
    }
  }
}
