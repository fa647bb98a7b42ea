package cases.unguardedaccess;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Two accounts are locked in the order of their numbers, through variables that hold either. */
class Ledgers {
  static class Account {
    final Lock lock = new ReentrantLock();
    final int id;

    @GuardedBy("lock")
    long balance;

    Account(int id) {
      this.id = id;
    }
  }

  void byCondition(Account from, Account to, long amount) {
    Account first = from.id < to.id ? from : to;
    Account second = first == from ? to : from;
    first.lock.lock();
    second.lock.lock();
    try {
      from.balance -= amount;
      to.balance += amount;
    } finally {
      second.lock.unlock();
      first.lock.unlock();
    }
    from.balance = 0; // want UnguardedAccess "balance"
  }

  void bySwap(Account from, Account to, long amount) {
    Account first = from;
    Account second = to;
    if (from.id > to.id) {
      first = to;
      second = from;
    }
    first.lock.lock();
    try {
      from.balance -= amount; // want UnguardedAccess "balance"
      second.lock.lock();
      try {
        from.balance -= amount;
        to.balance += amount;
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  void byLocks(Account from, Account to, long amount) {
    Lock first = from.id < to.id ? from.lock : to.lock;
    Lock second = from.id < to.id ? to.lock : from.lock;
    first.lock();
    second.lock();
    try {
      from.balance -= amount;
      to.balance += amount;
    } finally {
      second.unlock();
      first.unlock();
    }
    to.balance = 0; // want UnguardedAccess "balance"
  }

  /** The same variable twice locks one of them only. */
  void twice(Account from, Account to, long amount) {
    Account first = from.id < to.id ? from : to;
    Account again = first;
    first.lock.lock();
    again.lock.lock();
    try {
      to.balance += amount; // want UnguardedAccess "balance"
    } finally {
      again.lock.unlock();
      first.lock.unlock();
    }
  }
}

/** The same with monitors. */
class Purse {
  private final int id;

  @GuardedBy("this")
  private long coins;

  Purse(int id) {
    this.id = id;
  }

  void swap(Purse other) {
    Purse first = this;
    Purse second = other;
    if (id > other.id) {
      first = other;
      second = this;
    }
    synchronized (first) {
      synchronized (second) {
        long mine = coins;
        coins = other.coins;
        other.coins = mine;
      }
      coins = 0; // want UnguardedAccess "coins"
    }
  }
}
