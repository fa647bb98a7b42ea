package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** Every later section asks again, by value, by version or in a loop. */
public class Retested {
  private final Object lock = new Object();
  private final Map<String, String> resolved = new HashMap<>();
  private long version;
  private String config = "";
  private int permits = 4;

  public String resolve(String name) {
    String address;
    synchronized (lock) {
      address = resolved.get(name);
    }
    if (address == null) {
      String looked = lookup(name);
      synchronized (lock) {
        address = resolved.get(name);
        if (address == null) {
          resolved.put(name, looked);
          address = looked;
        }
      }
    }
    return address;
  }

  /** Optimistic: writes only when the version is the one that it read. */
  public void update(String suffix) {
    while (true) {
      long seen;
      String old;
      synchronized (lock) {
        seen = version;
        old = config;
      }
      String next = old + suffix;
      synchronized (lock) {
        if (version == seen) {
          config = next;
          version++;
          return;
        }
      }
    }
  }

  /** A loop that tests in the section in which it takes. */
  public void acquire() {
    boolean done = false;
    while (!done) {
      synchronized (lock) {
        if (permits > 0) {
          permits--;
          done = true;
        }
      }
      if (!done) {
        Thread.onSpinWait();
      }
    }
  }

  public void release() {
    synchronized (lock) {
      permits++;
    }
  }

  public void removeIfUnused(String name) {
    boolean present;
    synchronized (lock) {
      present = resolved.containsKey(name);
    }
    if (present) {
      synchronized (lock) {
        String address = resolved.remove(name);
        if (address != null) {
          version++;
        }
      }
    }
  }

  private static String lookup(String name) {
    return "127.0.0.1";
  }
}
