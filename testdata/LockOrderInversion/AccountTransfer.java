package cases.lockorderinversion;

/** Two instances of one class: the order is whatever the callers' arguments happen to be. */
public class AccountTransfer {

  static class Account {
    private long balance;

    synchronized long balance() {
      return balance;
    }

    /** {@code a.transferTo(b)} against {@code b.transferTo(a)}. */
    void transferTo(Account target, long amount) {
      synchronized (this) {
        synchronized (target) { // want LockOrderInversion "target"
          balance -= amount;
          target.balance += amount;
        }
      }
    }
  }

  static class Wallet {
    private long coins;

    synchronized long coins() {
      return coins;
    }

    synchronized void add(long amount) {
      coins += amount;
    }

    /** Locks this, then the other one, by methods alone. */
    synchronized boolean richerThan(Wallet other) {
      return coins > other.coins(); // want LockOrderInversion "other"
    }
  }

  static class Purse {
    long coins;
  }

  /** Locks two parameters in the order given. */
  static void move(Purse from, Purse to, long amount) {
    synchronized (from) {
      from.coins -= amount;
      synchronized (to) { // want LockOrderInversion "to"
        to.coins += amount;
      }
    }
  }

  static class Vault {
    private final java.util.concurrent.locks.Lock door =
        new java.util.concurrent.locks.ReentrantLock();
    private long gold;

    /** The lock is a field of the two objects. */
    void merge(Vault other) {
      door.lock();
      try {
        other.door.lock(); // want LockOrderInversion "door"
        try {
          gold += other.gold;
          other.gold = 0;
        } finally {
          other.door.unlock();
        }
      } finally {
        door.unlock();
      }
    }
  }
}
