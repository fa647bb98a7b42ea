package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** Splits in loops, ternaries, helpers and lambdas that run at once. */
public class Leases {
  private final Object lock = new Object();
  private final Map<String, String> owners = new HashMap<>();

  private String ownerOf(String key) {
    synchronized (lock) {
      return owners.get(key);
    }
  }

  private void assign(String key, String owner) {
    synchronized (lock) {
      owners.put(key, owner);
    }
  }

  public void acquireAll(Iterable<String> keys, String me) {
    for (String key : keys) {
      String owner;
      synchronized (lock) {
        owner = owners.get(key);
      }
      if (owner != null) {
        continue;
      }
      synchronized (lock) {
        owners.put(key, me); // want SplitCriticalSection "owners"
      }
    }
  }

  public String acquireTernary(String key, String me) {
    String owner = ownerOf(key);
    String next = owner == null ? me : owner;
    assign(key, next); // want SplitCriticalSection "owners"
    return next;
  }

  public void acquireInLambda(Iterable<String> keys, String me) {
    keys.forEach(
        key -> {
          if (ownerOf(key) == null) {
            assign(key, me); // want SplitCriticalSection "owners"
          }
        });
  }

  public boolean acquireHalfHelper(String key, String me) {
    if (ownerOf(key) != null) {
      return false;
    }
    synchronized (lock) {
      owners.put(key, me); // want SplitCriticalSection "owners"
      return true;
    }
  }

  public boolean acquireRight(String key, String me) {
    synchronized (lock) {
      if (ownerOf(key) != null) {
        return false;
      }
      assign(key, me);
      return true;
    }
  }

  /** A first look that saves the work; the second look decides. */
  public boolean acquireLooksAgain(String key, String me) {
    if (ownerOf(key) != null) {
      return false;
    }
    synchronized (lock) {
      return owners.putIfAbsent(key, me) == null;
    }
  }
}
