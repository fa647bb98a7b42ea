package shop;

import org.lockkeeper.annotations.GuardedBy;

/** Nothing wrong here. */
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
}
