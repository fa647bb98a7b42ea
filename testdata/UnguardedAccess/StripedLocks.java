package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.lockkeeper.annotations.GuardedBy;

/** Guards that are several locks: which of them is enough, no expression says. */
public class StripedLocks {

  /** Has a lock for each key. */
  static final class Stripes {
    private final StampedLock[] all = new StampedLock[16];

    Stripes() {
      for (int i = 0; i < all.length; i++) {
        all[i] = new StampedLock();
      }
    }

    StampedLock of(Object key) {
      return all[key.hashCode() & 15];
    }

    void lockAll() {
      for (StampedLock each : all) {
        each.writeLock();
      }
    }

    void unlockAll() {
      for (StampedLock each : all) {
        each.tryUnlockWrite();
      }
    }
  }

  /** Has one lock and keeps it. */
  static final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private int lines;

    ReentrantLock lock() {
      return lock;
    }

    void append() {
      lock.lock();
      try {
        lines++;
      } finally {
        lock.unlock();
      }
    }
  }

  private final Stripes locks = new Stripes();
  private final ReentrantLock[] rows = {new ReentrantLock(), new ReentrantLock()};
  private final Journal journal = new Journal();

  @GuardedBy("locks")
  private Map<String, Integer> stock = new HashMap<>();

  @GuardedBy("locks#lockAll")
  private int renewals;

  @GuardedBy("rows")
  private final int[] sums = new int[2];

  @GuardedBy("journal")
  private int entries;

  Integer get(String item) {
    StampedLock lock = locks.of(item);
    long stamp = lock.readLock();
    try {
      return find(item);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @GuardedBy("locks#readLock")
  private Integer find(String item) {
    return stock.get(item);
  }

  void renew() {
    locks.lockAll();
    try {
      stock = new HashMap<>();
      renewals++;
    } finally {
      locks.unlockAll();
    }
  }

  void add(int row, int amount) {
    rows[row].lock();
    try {
      sums[row] += amount;
    } finally {
      rows[row].unlock();
    }
  }

  void enter() {
    journal.append();
    entries++; // want UnguardedAccess "entries"
  }
}
