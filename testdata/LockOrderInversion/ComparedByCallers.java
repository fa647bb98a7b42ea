package cases.lockorderinversion;

/** A helper locks two objects in turn; whoever calls it decides which comes first. */
public class ComparedByCallers {
  private final long id;
  private long stock;

  ComparedByCallers(long id) {
    this.id = id;
  }

  void move(ComparedByCallers to, long pieces) {
    if (id < to.id) {
      inOrder(this, to, () -> shift(to, pieces));
    } else {
      inOrder(to, this, () -> shift(to, pieces));
    }
  }

  static void even(ComparedByCallers a, ComparedByCallers b) {
    ComparedByCallers first = a.id < b.id ? a : b;
    ComparedByCallers second = a.id < b.id ? b : a;
    inOrder(first, second, () -> a.stock = b.stock);
  }

  private void shift(ComparedByCallers to, long pieces) {
    stock -= pieces;
    to.stock += pieces;
  }

  private static void inOrder(ComparedByCallers x, ComparedByCallers y, Runnable step) {
    synchronized (x) {
      synchronized (y) {
        step.run();
      }
    }
  }
}

/** The comparison is a question that the class answers. */
class RankedShelf {
  private final int rank;
  private int books;

  RankedShelf(int rank) {
    this.rank = rank;
  }

  boolean before(RankedShelf other) {
    return rank < other.rank;
  }

  void swap(RankedShelf other) {
    if (before(other)) {
      synchronized (this) {
        synchronized (other) {
          exchange(other);
        }
      }
    } else {
      synchronized (other) {
        synchronized (this) {
          exchange(other);
        }
      }
    }
  }

  private void exchange(RankedShelf other) {
    int mine = books;
    books = other.books;
    other.books = mine;
  }
}

/** What the callers look at says nothing about the two. */
class TillByAmount {
  private long cash;

  void move(TillByAmount to, long amount) {
    if (amount > 0) {
      both(this, to, amount);
    } else {
      both(to, this, -amount);
    }
  }

  private void both(TillByAmount from, TillByAmount to, long amount) {
    synchronized (from) {
      synchronized (to) { // want LockOrderInversion "to"
        from.cash -= amount;
        to.cash += amount;
      }
    }
  }
}

/** One caller compares, the other does not. */
class TillInTwoWays {
  private final int number;
  private long cash;

  TillInTwoWays(int number) {
    this.number = number;
  }

  void move(TillInTwoWays to, long amount) {
    if (number < to.number) {
      both(this, to, amount);
    } else {
      both(to, this, -amount);
    }
  }

  void empty(TillInTwoWays into) {
    both(this, into, 100);
  }

  private static void both(TillInTwoWays from, TillInTwoWays to, long amount) {
    synchronized (from) {
      synchronized (to) { // want LockOrderInversion "to"
        from.cash -= amount;
        to.cash += amount;
      }
    }
  }
}

/** Equal ones are left out, the others are not put in order. */
class TillUnlessEqual {
  private long cash;

  void move(TillUnlessEqual to, long amount) {
    if (equals(to)) {
      return;
    }
    synchronized (this) {
      synchronized (to) { // want LockOrderInversion "to"
        cash -= amount;
        to.cash += amount;
      }
    }
  }
}
