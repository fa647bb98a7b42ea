package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** Guards, receivers and guarded objects through locals. */
public class Aliases {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final List<String> items = new ArrayList<>();

  @GuardedBy("this")
  private long balance;

  /** The lock covers the fetch, not the use. */
  public void addThroughAlias(String item) {
    List<String> local;
    lock.lock();
    try {
      local = items;
    } finally {
      lock.unlock();
    }
    local.add(item); // want UnguardedAccess "items"
  }

  public void addThroughAliasRight(String item) {
    lock.lock();
    try {
      List<String> local = items;
      local.add(item);
    } finally {
      lock.unlock();
    }
  }

  public void guardInLocal(String item) {
    Lock l = lock;
    l.lock();
    try {
      items.add(item);
    } finally {
      lock.unlock();
    }
  }

  /** The monitor of one, the field of another. */
  public synchronized void transfer(Aliases to, long amount) {
    balance -= amount;
    to.balance += amount; // want UnguardedAccess "balance"
  }

  public void receiverInLocal(Aliases to, long amount) {
    Aliases target = to;
    synchronized (target) {
      to.balance += amount;
      target.balance += amount;
    }
  }

  /** The local was changed in between. */
  public void reassigned(Aliases a, Aliases b) {
    Aliases target = a;
    synchronized (target) {
      target = b;
      target.balance = 0; // want UnguardedAccess "balance"
    }
  }

  public static long sum(List<Aliases> all) {
    long sum = 0;
    for (Aliases a : all) {
      synchronized (a) {
        sum += a.balance;
      }
    }
    return sum;
  }

  public static long sumUnlocked(List<Aliases> all) {
    long sum = 0;
    for (Aliases a : all) {
      sum += a.balance; // want UnguardedAccess "balance"
    }
    return sum;
  }
}
