package cases.unguardedcheckthenact;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Who goes through all elements asks each of them: to look before only saves the lock. */
class SweptLists {
  private final Collection<Runnable> pending = new ConcurrentLinkedDeque<>();
  private final CopyOnWriteArrayList<Long> deadlines = new CopyOnWriteArrayList<>();
  private final Lock lock = new ReentrantLock();
  private final long[] slots = new long[64];
  private volatile int count;

  void add(Runnable step) {
    pending.add(step);
  }

  void addDeadline(long at) {
    deadlines.add(at);
  }

  void runPending() {
    if (pending.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      pending.removeIf(
          step -> {
            step.run();
            return true;
          });
    } finally {
      lock.unlock();
    }
  }

  void expire(long now) {
    if (deadlines.size() > 0) {
      deadlines.removeIf(at -> at < now);
    }
  }

  Long next() {
    if (!deadlines.isEmpty()) {
      return deadlines.remove(0); // want UnguardedCheckThenAct "deadlines"
    }
    return null;
  }

  void store(long value) {
    lock.lock();
    try {
      slots[count] = value;
      count = count + 1;
    } finally {
      lock.unlock();
    }
  }

  // Under the lock all is set back, whatever was seen before: as if it had come a little earlier.
  void falseAlarm_reset() {
    if (count != 0) {
      lock.lock();
      try {
        for (int i = 0; i < slots.length; i++) {
          slots[i] = 0;
        }
        count = 0; // want UnguardedCheckThenAct "count"
      } finally {
        lock.unlock();
      }
    }
  }
}
