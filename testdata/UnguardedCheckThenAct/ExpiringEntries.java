package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The entry that was judged is not the entry that is removed or replaced. */
public class ExpiringEntries {
  private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();

  public void renew(String key, Lease lease) {
    leases.put(key, lease);
  }

  public void expire(String key, long now) {
    Lease lease = leases.get(key);
    if (lease != null && lease.until < now) {
      leases.remove(key); // want UnguardedCheckThenAct "leases"
    }
  }

  public void release(String key, Lease mine) {
    if (leases.get(key) == mine) {
      leases.remove(key); // want UnguardedCheckThenAct "leases"
    }
  }

  public void steal(String key, Lease mine) {
    Lease current = leases.get(key);
    if (current.owner.isEmpty()) {
      leases.put(key, mine); // want UnguardedCheckThenAct "leases"
    }
  }

  public void expireRight(String key, long now) {
    Lease lease = leases.get(key);
    if (lease != null && lease.until < now) {
      leases.remove(key, lease);
    }
  }

  public boolean stealRight(String key, Lease mine) {
    Lease current = leases.get(key);
    return current.owner.isEmpty() && leases.replace(key, current, mine);
  }

  public void expireInCompute(String key, long now) {
    leases.computeIfPresent(key, (k, lease) -> lease.until < now ? null : lease);
  }

  /** Who has the key, until when. */
  public record Lease(String owner, long until) {}
}
