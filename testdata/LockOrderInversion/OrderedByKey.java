package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two instances of one class, ordered first: all of these are fine. */
public class OrderedByKey {
  private static final Object TIE = new Object();

  static class Account implements Comparable<Account> {
    private final long id;
    private final String iban;
    private final Lock lock = new ReentrantLock();
    private long balance;

    Account(long id, String iban) {
      this.id = id;
      this.iban = iban;
    }

    @Override
    public int compareTo(Account other) {
      return Long.compare(id, other.id);
    }
  }

  static class Card {
    private final int number;
    private long limit;

    Card(int number) {
      this.number = number;
    }
  }

  /** Two branches. */
  void byId(Card from, Card to, long amount) {
    if (from.number < to.number) {
      synchronized (from) {
        synchronized (to) {
          shift(from, to, amount);
        }
      }
    } else {
      synchronized (to) {
        synchronized (from) {
          shift(from, to, amount);
        }
      }
    }
  }

  private static void shift(Card from, Card to, long amount) {
    from.limit -= amount;
    to.limit += amount;
  }

  static class Key {
    private final int rank;
    private int uses;

    Key(int rank) {
      this.rank = rank;
    }
  }

  /** Chosen by a conditional expression. */
  void byTernary(Key a, Key b) {
    Key first = a.rank < b.rank ? a : b;
    Key second = first == a ? b : a;
    synchronized (first) {
      synchronized (second) {
        a.uses++;
        b.uses++;
      }
    }
  }

  /** Compared as objects, with locks of their own. */
  void byComparison(Account from, Account to, long amount) {
    Account first = from;
    Account second = to;
    if (from.compareTo(to) > 0) {
      first = to;
      second = from;
    }
    first.lock.lock();
    try {
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

  static class Box {
    private int weight;

    /** No key: by identity hash code, with a third lock for the rare tie. */
    void pourInto(Box other) {
      int mine = System.identityHashCode(this);
      int its = System.identityHashCode(other);
      if (mine < its) {
        synchronized (this) {
          synchronized (other) {
            pour(other);
          }
        }
      } else if (mine > its) {
        synchronized (other) {
          synchronized (this) {
            pour(other);
          }
        }
      } else {
        synchronized (TIE) {
          synchronized (this) {
            synchronized (other) {
              pour(other);
            }
          }
        }
      }
    }

    private void pour(Box other) {
      other.weight += weight;
      weight = 0;
    }
  }

  static class Seat {
    private final String row;
    private final Lock lock = new ReentrantLock();
    private String owner;

    Seat(String row) {
      this.row = row;
    }
  }

  /** Any number of them, sorted first. */
  void bookAll(List<Seat> wanted, String owner) {
    List<Seat> seats = new ArrayList<>(wanted);
    seats.sort(Comparator.comparing(seat -> seat.row));
    for (Seat seat : seats) {
      seat.lock.lock();
    }
    try {
      for (Seat seat : seats) {
        seat.owner = owner;
      }
    } finally {
      for (Seat seat : seats) {
        seat.lock.unlock();
      }
    }
  }

  static class Loan {
    private final String code;
    private long open;

    Loan(String code) {
      this.code = code;
    }
  }

  /** Swapped by a recursive call. */
  void net(Loan a, Loan b) {
    if (a.code.compareTo(b.code) > 0) {
      net(b, a);
      return;
    }
    synchronized (a) {
      synchronized (b) {
        long both = Math.min(a.open, b.open);
        a.open -= both;
        b.open -= both;
      }
    }
  }
}
