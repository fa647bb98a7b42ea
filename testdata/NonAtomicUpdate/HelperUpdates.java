package cases.nonatomicupdate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Read in one helper, written in another one. */
public class HelperUpdates {
  private final ConcurrentMap<String, Long> balances = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private int level;

  private long read(String id) {
    return balances.getOrDefault(id, 0L);
  }

  private void write(String id, long value) {
    balances.put(id, value);
  }

  public void credit(String id, long amount) {
    write(id, read(id) + amount); // want NonAtomicUpdate "balances"
  }

  public void halfHelper(String id, long amount) {
    long now = read(id);
    balances.put(id, now - amount); // want NonAtomicUpdate "balances"
  }

  /** Called without the lock by one, with it by the other. */
  private void raise() {
    level++; // want NonAtomicUpdate "level"
  }

  public void raiseUnlocked() {
    raise();
  }

  public void raiseLocked() {
    synchronized (lock) {
      raise();
    }
  }

  public int level() {
    synchronized (lock) {
      return level;
    }
  }

  public void clear(String id) {
    read(id);
    write(id, 0);
  }
}
