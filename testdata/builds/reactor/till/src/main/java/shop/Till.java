package shop;

import org.lockkeeper.annotations.GuardedBy;

/** One reader forgets the lock. */
public class Till {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private long total;

  /** Takes money. */
  public void pay(long cents) {
    synchronized (lock) {
      total += cents;
    }
  }

  /** What was taken. */
  public long total() {
    return total;
  }
}
