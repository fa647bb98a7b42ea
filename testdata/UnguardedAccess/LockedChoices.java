package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Holding;

/** Locks that a loop, a choice or an inner object takes, and references that touch nothing. */
public class LockedChoices {

  /** A node of a list in which each node guards its own label. */
  static final class Node {
    @GuardedBy("this")
    String label = "";

    final Node next;

    Node(Node next) {
      this.next = next;
    }
  }

  static String labels(Node first) {
    StringBuilder all = new StringBuilder();
    for (Node at = first; at != null; at = at.next) {
      synchronized (at) {
        if (all.length() > 0) {
          all.append(',');
        }
        all.append(at.label);
      }
    }
    return all.toString();
  }

  static String labelsBehind(Node first) {
    StringBuilder all = new StringBuilder();
    Node before = first;
    for (Node at = first; at != null; at = at.next) {
      synchronized (before) {
        all.append(at.label); // want UnguardedAccess "label"
      }
      before = at;
    }
    return all.toString();
  }

  static void rename(boolean head, Node first, Node last, String label) {
    Node chosen = head ? first : last;
    synchronized (chosen) {
      chosen.label = label;
      last.label = label; // want UnguardedAccess "label"
    }
  }

  /** An account whose sections are objects of an inner class. */
  static class Account implements Cloneable {
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private int balance;

    @GuardedBy("itself")
    private final List<String> log = new ArrayList<>();

    final class Section implements AutoCloseable {
      Section() {
        lock.lock();
      }

      @Override
      public void close() {
        lock.unlock();
      }
    }

    private Section enter() {
      return new Section();
    }

    int add(int amount) {
      try (Section ignored = enter()) {
        balance += amount;
        return balance;
      }
    }

    int addTwice(int amount) {
      try (Section ignored = new Section()) {
        balance += amount;
      } finally {
        balance += amount; // want UnguardedAccess "balance"
      }
      return amount;
    }

    @Override
    public Account clone() throws CloneNotSupportedException {
      Account copy = (Account) super.clone();
      copy.balance = 0;
      return copy;
    }

    List<String> log() {
      return log;
    }

    String lastLog() {
      return log.get(log.size() - 1); // want UnguardedAccess "log"
    }

    @Holding("lock")
    private void settle() {
      balance = 0;
    }

    void settleNow(List<Integer> rounds) {
      lock.lock();
      try {
        Runnable once = this::settle;
        once.run();
        rounds.forEach(r -> settle());
      } finally {
        lock.unlock();
      }
    }

    void settleUnlocked() {
      Runnable once = this::settle; // want UnguardedAccess "settle"
      once.run();
    }

    void settleLater(ExecutorService pool) {
      lock.lock();
      try {
        pool.execute(this::settle); // want UnguardedAccess "settle"
      } finally {
        lock.unlock();
      }
    }
  }
}
