package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.annotation.concurrent.GuardedBy;

/** Accounts of a branch: a lock of one account is no lock of another. */
public class BankBranch {

  static class Account {
    final Object lock = new Object();

    @GuardedBy("lock")
    long cents;

    @GuardedBy("this")
    String owner;

    Account(String owner, long cents) {
      this.owner = owner;
      this.cents = cents;
    }

    long cents() {
      synchronized (lock) {
        return cents;
      }
    }

    synchronized void rename(String name) {
      owner = name;
    }

    synchronized boolean sameOwner(Account other) {
      return owner.equals(other.owner); // want UnguardedAccess "owner"
    }

    void deposit(Account from, long amount) {
      synchronized (lock) {
        cents += amount;
        from.cents -= amount; // want UnguardedAccess "cents"
      }
    }

    static void move(Account from, Account to, long amount) {
      synchronized (from.lock) {
        synchronized (to.lock) { // want LockOrderInversion "to.lock"
          from.cents -= amount;
          to.cents += amount;
        }
      }
    }

    static void swap(Account a, Account b) {
      synchronized (a.lock) {
        synchronized (a.lock) {
          long kept = a.cents;
          a.cents = b.cents; // want UnguardedAccess "cents"
          b.cents = kept; // want UnguardedAccess "cents"
        }
      }
    }

    boolean wrongMonitor(long amount) {
      synchronized (this) {
        return cents >= amount; // want UnguardedAccess "cents"
      }
    }

    long reassigned(Account next) {
      Account a = this;
      synchronized (a.lock) {
        a = next;
        return a.cents; // want UnguardedAccess "cents"
      }
    }

    long aliased(Account next) {
      Account a = next;
      Account b = a;
      Object mutex = a.lock;
      synchronized (mutex) {
        return b.cents;
      }
    }
  }

  @GuardedBy("this")
  private final Map<String, Account> accounts = new HashMap<>();

  @GuardedBy("BankBranch.class")
  private static int branches;

  @GuardedBy("this")
  private int opened = 1;

  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  public BankBranch() {
    opened = 2;
    accounts.put("bank", new Account("bank", 0));
    synchronized (BankBranch.class) {
      branches++;
    }
  }

  public static synchronized int branches() {
    return branches;
  }

  public synchronized int branchesWrong() {
    return branches; // want UnguardedAccess "branches"
  }

  public void open(String owner) {
    Account a = new Account(owner, 10);
    a.cents += 5;
    a.owner = owner.trim();
    synchronized (this) {
      accounts.put(owner, a);
    }
    opened++; // want UnguardedAccess "opened"
  }

  public Account find(String owner) {
    return accounts.get(owner); // want UnguardedAccess "accounts"
  }

  public synchronized void report(List<String> out) {
    accounts.forEach((name, a) -> out.add(name + opened));
    pool.submit(() -> out.add("opened " + opened)); // want UnguardedAccess "opened"
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            accounts.clear(); // want UnguardedAccess "accounts"
          }
        });
    pool.submit(
        new Callable<Integer>() {
          @Override
          public Integer call() {
            synchronized (BankBranch.this) {
              return opened;
            }
          }
        });
  }

  public synchronized Supplier<Integer> counter() {
    return () -> opened; // want UnguardedAccess "opened"
  }

  public Runnable closer() {
    synchronized (this) {
      return this::closeAll; // want UnguardedAccess "closeAll"
    }
  }

  @GuardedBy("this")
  private void closeAll() {
    accounts.clear();
  }

  public List<String> owners() {
    List<String> all;
    synchronized (this) {
      all = new ArrayList<>(accounts.keySet());
    }
    all.sort(null);
    return all;
  }

  public int size() {
    int size;
    synchronized (this) {
      size = accounts.size();
    }
    return size + accounts.size(); // want UnguardedAccess "accounts"
  }
}
