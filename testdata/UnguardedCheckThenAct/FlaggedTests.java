package cases.unguardedcheckthenact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;

/** What a test says may be kept in a variable before it decides. */
public class FlaggedTests {
  private final Map<String, Integer> ages = new ConcurrentHashMap<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private volatile boolean open = true;
  private volatile int users;

  public void remember(String name, int age) {
    boolean missing = !ages.containsKey(name);
    if (missing) {
      ages.put(name, age); // want UnguardedCheckThenAct "ages"
    }
  }

  public void forget(String name) {
    Integer age = ages.get(name);
    boolean old = age != null && age > 99;
    if (old) {
      ages.remove(name); // want UnguardedCheckThenAct "ages"
    }
  }

  public void fill(int last) {
    for (int i = 0; i < last; i++) {
      String name = "guest " + i;
      boolean missing = ages.get(name) == null;
      if (missing) {
        ages.put(name, 18); // want UnguardedCheckThenAct "ages"
      }
    }
  }

  public void fillOther(int last) {
    for (int i = 0; i < last; i++) {
      String name = "guest " + i;
      boolean missing = ages.get(name) == null;
      if (missing) {
        ages.put("guest " + (i + 1), 18);
      }
    }
  }

  public void close() {
    boolean unused = open && users == 0;
    if (unused) {
      open = false; // want UnguardedCheckThenAct "open"
      System.out.println("closed");
    }
  }

  public void rememberRight(String name, int age) {
    boolean first = ages.putIfAbsent(name, age) == null;
    if (first) {
      System.out.println("welcome, " + name);
    }
  }

  public String next() {
    synchronized (lines) {
      boolean some = !lines.isEmpty();
      if (some) {
        return lines.removeFirst();
      }
    }
    return "";
  }

  /** The order of two locks. */
  static class Account {
    private final int id;
    private long balance;

    Account(int id) {
      this.id = id;
    }

    static void transfer(Account from, Account to, long amount) {
      boolean up = from.id < to.id;
      if (up) {
        synchronized (from) {
          synchronized (to) {
            from.balance -= amount;
            to.balance += amount;
          }
        }
      } else {
        synchronized (to) {
          synchronized (from) {
            from.balance -= amount;
            to.balance += amount;
          }
        }
      }
    }

    /** Somebody may compare other things than the numbers. */
    static void give(Account from, Account to, long amount) {
      boolean enough = from.balance >= amount;
      if (enough) {
        synchronized (from) {
          synchronized (to) { // want LockOrderInversion "from"
            from.balance -= amount; // want UnguardedCheckThenAct "from.balance"
            to.balance += amount;
          }
        }
      }
    }
  }

  /** Whether a stamp became that of a writer. */
  static class Level {
    private final StampedLock lock = new StampedLock();
    private int level;

    void raise() {
      long stamp = lock.readLock();
      try {
        long write = lock.tryConvertToWriteLock(stamp);
        boolean converted = write != 0;
        if (converted) {
          stamp = write;
          level++;
        }
      } finally {
        lock.unlock(stamp);
      }
    }

    int level() {
      long stamp = lock.tryOptimisticRead();
      int seen = level;
      boolean changed = !lock.validate(stamp);
      if (changed) {
        stamp = lock.readLock();
        try {
          seen = level;
        } finally {
          lock.unlockRead(stamp);
        }
      }
      return seen;
    }
  }
}
