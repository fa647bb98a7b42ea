package cases.nonatomicupdate;

import org.lockkeeper.annotations.ThreadSafe;

/** The lock of one object, the state of another one; nested and inherited state. */
@ThreadSafe
public class OtherInstances {
  private long balance;
  private final Stats stats = new Stats();

  /** Plain; belongs to whoever holds it. */
  static final class Stats {
    int reads;
    int writes;
  }

  public synchronized void deposit(long amount) {
    balance += amount;
    stats.writes++;
  }

  public synchronized long balance() {
    stats.reads++;
    return balance;
  }

  /** Holds {@code this}, not {@code other}. */
  public synchronized void give(OtherInstances other, long amount) {
    balance -= amount;
    other.balance += amount; // want NonAtomicUpdate "balance"
  }

  public void peek() {
    stats.reads++; // want NonAtomicUpdate "reads"
  }

  public void receive(OtherInstances other, long amount) {
    synchronized (other) {
      other.balance += amount;
      other.stats.writes++;
    }
  }

  /** Fresh: nobody else has it yet. */
  public static OtherInstances with(long amount) {
    OtherInstances fresh = new OtherInstances();
    fresh.balance += amount;
    fresh.stats.writes++;
    return fresh;
  }
}
