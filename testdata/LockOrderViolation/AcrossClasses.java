package cases.lockorderviolation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.LockOrder;

/** Locks of several classes, named by type. */
public class AcrossClasses {

  @LockOrder({"Bank.directory", "Account.lock", "Journal.class"})
  static class Bank {
    final Object directory = new Object();
    private final List<Account> accounts = new ArrayList<>();

    void close(Account account) {
      account.lock.lock();
      try {
        synchronized (directory) { // want LockOrderViolation "directory"
          accounts.remove(account);
        }
      } finally {
        account.lock.unlock();
      }
    }

    long total() {
      long sum = 0;
      synchronized (directory) {
        for (Account account : accounts) {
          account.lock.lock();
          try {
            sum += account.balance;
          } finally {
            account.lock.unlock();
          }
        }
      }
      return sum;
    }
  }

  static class Account {
    final Lock lock = new ReentrantLock();
    long balance;

    void deposit(long amount) {
      lock.lock();
      try {
        balance += amount;
        Journal.write("deposit");
      } finally {
        lock.unlock();
      }
    }
  }

  static class Journal {
    private static final List<String> LINES = new ArrayList<>();

    static synchronized void write(String line) {
      LINES.add(line);
    }

    static synchronized void replay(Account account) {
      account.deposit(LINES.size()); // want LockOrderViolation "deposit"
    }
  }
}
