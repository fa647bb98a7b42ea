package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Helpers for subclasses and neighbours: what all known callers hold is theirs too. */
public class ProtectedSteps {
  private final Object lock = new Object();
  private final ConcurrentMap<String, Integer> known = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> loose = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> nobody = new ConcurrentHashMap<>();
  protected final Map<String, Integer> totals = new HashMap<>();

  public int number(String name) {
    synchronized (lock) {
      return assign(name);
    }
  }

  public void rename(String from, String to) {
    synchronized (lock) {
      known.remove(from);
      assign(to);
    }
  }

  /** Both callers lock. */
  protected int assign(String name) {
    Integer number = known.get(name);
    if (number == null) {
      number = known.size();
      known.put(name, number);
    }
    return number;
  }

  /** The constructor needs no lock for what nobody else has yet. */
  static class Terminal {
    private final Object lock = new Object();
    private volatile Throwable failure;

    Terminal(Throwable early) {
      if (early != null) {
        end(early);
      }
    }

    public void fail(Throwable late) {
      synchronized (lock) {
        end(late);
      }
    }

    protected void end(Throwable cause) {
      if (failure == null) {
        failure = cause;
      }
    }
  }

  public void loose(String name) {
    synchronized (lock) {
      step(name);
    }
    step(name + "!");
  }

  /** One caller does not. */
  protected void step(String name) {
    if (!loose.containsKey(name)) {
      loose.put(name, 1); // want UnguardedCheckThenAct "loose"
    }
  }

  /** No caller is known. */
  protected void open(String name) {
    if (!nobody.containsKey(name)) {
      nobody.put(name, 1); // want UnguardedCheckThenAct "nobody"
    }
  }

  /** A subclass that calls from its own critical section. */
  static class Totals extends ProtectedSteps {
    private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();

    public synchronized void take(String name) {
      count(name);
    }

    /** Called by neighbours under this object's monitor only. */
    void count(String name) {
      if (!seen.containsKey(name)) {
        seen.put(name, 1);
      }
    }
  }

  static void takeTwice(Totals totals, String name) {
    synchronized (totals) {
      totals.count(name);
    }
  }
}
