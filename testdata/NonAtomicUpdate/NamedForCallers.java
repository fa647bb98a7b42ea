package cases.nonatomicupdate;

import java.util.concurrent.locks.StampedLock;

/** Steps whose names say that callers lock, whichever lock that is. */
public class NamedForCallers {
  private final StampedLock[] locks = new StampedLock[16];
  private final long[] sizes = new long[16];

  public NamedForCallers() {
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new StampedLock();
    }
  }

  public StampedLock lockOf(int hash) {
    return locks[hash & 15];
  }

  /** Who calls this has taken the lock of the hash. */
  public void insertWithinLock(int hash) {
    sizes[hash & 15]++;
  }

  /** Takes it itself. */
  public void remove(int hash) {
    int i = hash & 15;
    long stamp = locks[i].writeLock();
    try {
      sizes[i]--;
    } finally {
      locks[i].unlockWrite(stamp);
    }
  }

  /** Its name promises nothing. */
  public void insert(int hash) {
    sizes[hash & 15]++; // want NonAtomicUpdate "sizes"
  }

  /** Nor does that of a question. */
  public void insertUnlocked(int hash) {
    sizes[hash & 15]++; // want NonAtomicUpdate "sizes"
  }
}
