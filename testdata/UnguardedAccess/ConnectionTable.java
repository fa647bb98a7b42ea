package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jcip.annotations.GuardedBy;
import net.jcip.annotations.ThreadSafe;

/** A compound action on annotated state: every unguarded access is reported, and nothing else. */
@ThreadSafe
public class ConnectionTable {
  @GuardedBy("this")
  private final Map<String, Integer> open = new HashMap<>();

  @GuardedBy("this")
  private Integer peak;

  public void open(String host) {
    if (!open.containsKey(host)) { // want UnguardedAccess "open"
      open.put(host, 1); // want UnguardedAccess "open"
    }
  }

  public void count(String host) {
    open.put(host, open.get(host) + 1); // want UnguardedAccess "open"
  }

  public Integer peak() {
    if (peak == null) { // want UnguardedAccess "peak"
      peak = 0; // want UnguardedAccess "peak"
    }
    return peak; // want UnguardedAccess "peak"
  }

  public synchronized void close(String host) {
    open.remove(host);
    peak = peak == null ? 1 : peak + 1;
  }

  public synchronized Set<String> hosts() {
    return Set.copyOf(open.keySet());
  }

  /** Under the guard twice, but not in between. */
  public void reopen(String host) {
    boolean known;
    synchronized (this) {
      known = open.containsKey(host);
    }
    if (!known) {
      synchronized (this) {
        open.put(host, 1); // want SplitCriticalSection "open"
      }
    }
  }
}
