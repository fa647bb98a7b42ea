package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lockkeeper.annotations.GuardedBy;

/** Locks that a program makes of an atomic variable, and spins for. */
class SpinLocks {

  /** Test and set. */
  static final class Tas {
    private final AtomicBoolean taken = new AtomicBoolean();

    void lock() {
      while (taken.getAndSet(true)) {
        Thread.onSpinWait();
      }
    }

    void unlock() {
      taken.set(false);
    }
  }

  /** Test, then test and set. */
  static final class Ttas {
    private final AtomicBoolean taken = new AtomicBoolean();

    void lock() {
      while (true) {
        while (taken.get()) {
          Thread.onSpinWait();
        }
        if (taken.compareAndSet(false, true)) {
          return;
        }
      }
    }

    void unlock() {
      taken.set(false);
    }
  }

  /** Knows who has it. */
  static final class Owned {
    private final AtomicReference<Thread> owner = new AtomicReference<>();

    void lock() {
      while (!owner.compareAndSet(null, Thread.currentThread())) {
        Thread.yield();
      }
    }

    void unlock() {
      owner.compareAndSet(Thread.currentThread(), null);
    }

    /** Gives up after a while: who called it does not know whether it has the lock. */
    void lockOrNot() {
      for (int i = 0; i < 100; i++) {
        if (owner.compareAndSet(null, Thread.currentThread())) {
          return;
        }
      }
    }
  }

  static class Account {
    private final Tas lock = new Tas();

    @GuardedBy("lock")
    private long balance;

    void deposit(long amount) {
      lock.lock();
      try {
        balance += amount;
      } finally {
        lock.unlock();
      }
    }

    long balance() {
      return balance; // want UnguardedAccess "balance"
    }

    void late(long amount) {
      lock.lock();
      lock.unlock();
      balance -= amount; // want UnguardedAccess "balance"
    }
  }

  static class Tally {
    private final Ttas lock = new Ttas();
    private final Owned other = new Owned();
    private volatile Map<String, Integer> votes = new HashMap<>();

    void vote(String name) {
      lock.lock();
      try {
        Map<String, Integer> now = new HashMap<>(votes);
        now.merge(name, 1, Integer::sum);
        votes = now;
      } finally {
        lock.unlock();
      }
    }

    void withdraw(String name) {
      lock.lock();
      Map<String, Integer> now = new HashMap<>(votes);
      lock.unlock();
      now.remove(name);
      votes = now; // want NonAtomicUpdate "votes"
    }
  }

  /** The lock that may not have been got. */
  static class Hurried {
    private final Owned lock = new Owned();
    private volatile Map<String, Integer> votes = new HashMap<>();

    void vote(String name) {
      lock.lockOrNot();
      Map<String, Integer> now = new HashMap<>(votes);
      now.merge(name, 1, Integer::sum);
      votes = now; // want NonAtomicUpdate "votes"
      lock.unlock();
    }
  }

  /** A helper runs what it is given while it has the lock. */
  static class Registry {
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Map<String, String> owners = new HashMap<>();

    private void locked(AtomicBoolean lock, Runnable task) {
      for (; ; ) {
        if (lock.compareAndSet(false, true)) {
          try {
            task.run();
            break;
          } finally {
            lock.set(false);
          }
        }
      }
    }

    void add(String name, String owner) {
      locked(busy, () -> grow(name, owner));
    }

    private void grow(String name, String owner) {
      Map<String, String> next = new HashMap<>(owners);
      next.put(name, owner);
      owners = next;
    }

    void remove(String name) {
      locked(
          busy,
          () -> {
            Map<String, String> next = new HashMap<>(owners);
            next.remove(name);
            owners = next;
          });
    }
  }

  /** Waits on the spot. */
  static class Inline {
    private final AtomicInteger state = new AtomicInteger();
    private volatile Map<String, String> owners = new HashMap<>();

    void add(String name, String owner) {
      while (!state.compareAndSet(0, 1)) {
        Thread.onSpinWait();
      }
      try {
        Map<String, String> next = new HashMap<>(owners);
        next.put(name, owner);
        owners = next;
      } finally {
        state.set(0);
      }
    }

    void remove(String name) {
      while (!state.compareAndSet(0, 1)) {
        Thread.onSpinWait();
      }
      state.set(0);
      Map<String, String> next = new HashMap<>(owners);
      next.remove(name);
      owners = next; // want NonAtomicUpdate "owners"
    }
  }

  /** An optimistic update holds nothing. */
  static class Optimistic {
    private final AtomicInteger version = new AtomicInteger();
    private volatile Map<String, String> owners = new HashMap<>();

    void add(String name, String owner) {
      int seen;
      do {
        seen = version.get();
      } while (!version.compareAndSet(seen, seen + 1));
      Map<String, String> next = new HashMap<>(owners);
      next.put(name, owner);
      owners = next; // want NonAtomicUpdate "owners"
    }
  }
}
