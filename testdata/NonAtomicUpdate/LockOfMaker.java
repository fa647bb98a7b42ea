package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Objects that know their maker's lock by a field of their own. */
public class LockOfMaker {

  /** Makes recordings, and locks itself whenever it uses them. */
  static class Recorder {
    private final List<Recording> recordings = new ArrayList<>();

    synchronized Recording start() {
      Recording made = new Recording(this);
      recordings.add(made);
      return made;
    }

    synchronized void rotate(int bytes) {
      for (Recording each : recordings) {
        each.add(bytes);
      }
    }

    synchronized long total() {
      return sum();
    }

    private long sum() {
      long all = 0;
      for (Recording each : recordings) {
        each.touch();
        all += each.size;
      }
      return all;
    }

    void late(int bytes) {
      for (Recording each : List.copyOf(recordings)) {
        each.addLate(bytes);
      }
    }
  }

  /** Locks its recorder. */
  static class Recording {
    private final Recorder recorder;
    private long size;
    private long touched;
    private long late;

    Recording(Recorder recorder) {
      this.recorder = recorder;
    }

    void add(int bytes) {
      size += bytes;
    }

    void touch() {
      touched++;
    }

    void addLate(int bytes) {
      late += bytes; // want NonAtomicUpdate "late"
    }

    void trim() {
      synchronized (recorder) {
        size -= size / 2;
        touched--;
        late--;
      }
    }
  }

  /** Gives its accounts its own lock. */
  static class Bank {
    private final Lock lock = new ReentrantLock();
    private final Lock audit = new ReentrantLock();
    private final List<Account> accounts = new ArrayList<>();

    Account open() {
      Account made = new Account(lock);
      lock.lock();
      try {
        accounts.add(made);
      } finally {
        lock.unlock();
      }
      return made;
    }

    void interest() {
      lock.lock();
      try {
        accounts.forEach(each -> each.grow(1));
      } finally {
        lock.unlock();
      }
    }

    void count() {
      audit.lock();
      try {
        for (Account each : accounts) {
          each.counted();
        }
      } finally {
        audit.unlock();
      }
    }
  }

  /** Locks with what it was given. */
  static class Account {
    private final Lock guard;
    private long balance;
    private int audits;

    Account(Lock guard) {
      this.guard = guard;
    }

    void grow(long by) {
      balance += by;
    }

    /** Under another lock of the bank. */
    void counted() {
      audits++; // want NonAtomicUpdate "audits"
    }

    void pay(long amount) {
      guard.lock();
      try {
        balance -= amount;
        audits--;
      } finally {
        guard.unlock();
      }
    }
  }

  /** Is given the lock of one maker by one of them, and that of another by the other. */
  static class Shared {
    private final Object owner;
    private int uses;

    Shared(Object owner) {
      this.owner = owner;
    }

    void used() {
      uses++; // want NonAtomicUpdate "uses"
    }

    void reset() {
      synchronized (owner) {
        uses--;
      }
    }
  }

  /** One of two makers. */
  static class First {
    private final Shared shared = new Shared(this);

    synchronized void use() {
      shared.used();
    }
  }

  /** The other one. */
  static class Second {
    private final Object other = new Object();
    private final Shared shared = new Shared(other);

    synchronized void use() {
      shared.used();
    }
  }
}
