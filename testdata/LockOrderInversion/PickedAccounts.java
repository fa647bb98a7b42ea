package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two objects that a map has for two arguments; the next caller may name them the other way round. */
public class PickedAccounts {

  static class Account {
    private long balance;
  }

  static class Vault {
    private final Lock lock = new ReentrantLock();
    private long balance;
  }

  static class Bank {
    private final Map<Integer, Account> accounts = new ConcurrentHashMap<>();

    boolean transfer(int from, int to, long amount) {
      Account source = accounts.get(from);
      Account target = accounts.get(to);
      if (source == null || target == null) {
        return false;
      }
      synchronized (source) {
        synchronized (target) { // want LockOrderInversion "target"
          source.balance -= amount;
          target.balance += amount;
        }
      }
      return true;
    }
  }

  static class BankWithHelper {
    private final Map<String, Vault> vaults = new HashMap<>();

    private synchronized Vault find(String id) {
      Vault found = vaults.get(id);
      if (found == null) {
        throw new NoSuchElementException(id);
      }
      return found;
    }

    void transfer(String from, String to, long amount) {
      Vault source = find(from);
      Vault target = find(to);
      source.lock.lock();
      try {
        target.lock.lock(); // want LockOrderInversion "target.lock"
        try {
          source.balance -= amount;
          target.balance += amount;
        } finally {
          target.lock.unlock();
        }
      } finally {
        source.lock.unlock();
      }
    }
  }

  static class OrderedBank {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    void transfer(String from, String to, long amount) {
      Account source = accounts.get(from);
      Account target = accounts.get(to);
      if (from.compareTo(to) < 0) {
        synchronized (source) {
          synchronized (target) {
            move(source, target, amount);
          }
        }
      } else {
        synchronized (target) {
          synchronized (source) {
            move(source, target, amount);
          }
        }
      }
    }

    void share(int one, int other, Map<Integer, Account> shared) {
      Account first = shared.get(Math.min(one, other));
      Account second = shared.get(Math.max(one, other));
      synchronized (first) {
        synchronized (second) {
          move(first, second, 1);
        }
      }
    }

    private static void move(Account source, Account target, long amount) {
      source.balance -= amount;
      target.balance += amount;
    }
  }

  /** Customers before shops, always. */
  static class Market {
    private final Map<String, Account> customers = new ConcurrentHashMap<>();
    private final Map<String, Account> shops = new ConcurrentHashMap<>();

    void pay(String customer, String shop, long amount) {
      Account payer = customers.get(customer);
      Account payee = shops.get(shop);
      synchronized (payer) {
        synchronized (payee) {
          payer.balance -= amount;
          payee.balance += amount;
        }
      }
    }
  }

  /** Two elements of an array that the code itself numbers. */
  static class Halves {
    private final Object[] locks = {new Object(), new Object()};
    private int left;
    private int right;

    void toRight() {
      synchronized (locks[0]) {
        synchronized (locks[1]) { // want LockOrderInversion "locks[1]"
          left--;
          right++;
        }
      }
    }

    void toLeft() {
      synchronized (locks[1]) {
        synchronized (locks[0]) {
          left++;
          right--;
        }
      }
    }
  }

  static class HalvesInOrder {
    private final Object[] locks = {new Object(), new Object()};
    private int left;
    private int right;

    void toRight() {
      synchronized (locks[0]) {
        synchronized (locks[1]) {
          left--;
          right++;
        }
      }
    }

    void toLeft() {
      synchronized (locks[0]) {
        synchronized (locks[1]) {
          left++;
          right--;
        }
      }
    }
  }

  /** A function that the class keeps in a field and calls under a lock. */
  static class Meter {
    private final Object dial = new Object();
    private final Object log = new Object();
    private Runnable onChange = () -> {};
    private int value;

    void watch() {
      onChange =
          () -> {
            synchronized (log) {
              value++;
            }
          };
    }

    void turn() {
      synchronized (dial) {
        onChange.run(); // want LockOrderInversion "dial"
      }
    }

    void reset() {
      synchronized (log) {
        synchronized (dial) {
          value = 0;
        }
      }
    }
  }

  /** Of two functions only the harmless one is called under the lock. */
  static class Door {
    private final Object hinge = new Object();
    private final Object log = new Object();
    private Runnable onOpen;
    private Runnable onClose;
    private int uses;

    void watch() {
      onOpen =
          () -> {
            synchronized (log) {
              uses++;
            }
          };
      onClose = () -> {};
    }

    void open() {
      onOpen.run();
    }

    void close() {
      synchronized (hinge) {
        onClose.run();
      }
    }

    void reset() {
      synchronized (log) {
        synchronized (hinge) {
          uses = 0;
        }
      }
    }
  }
}
