package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Neighbours at a table: who arranges that not all of them begin on the same side? */
public class AsymmetricTables {
  private static final int SEATS = 5;

  static class Fork extends ReentrantLock {
    private static final long serialVersionUID = 1;
    final int number;

    Fork(int number) {
      this.number = number;
    }
  }

  private static Fork[] forks() {
    Fork[] forks = new Fork[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new Fork(i);
    }
    return forks;
  }

  /** The constructor puts the two in order. */
  static class Sorted implements Runnable {
    private final Fork lower;
    private final Fork higher;
    private int meals;

    Sorted(Fork a, Fork b) {
      if (a.number < b.number) {
        lower = a;
        higher = b;
      } else {
        lower = b;
        higher = a;
      }
    }

    @Override
    public void run() {
      lower.lock();
      try {
        higher.lock();
        try {
          meals++;
        } finally {
          higher.unlock();
        }
      } finally {
        lower.unlock();
      }
    }

    static void dine() {
      Fork[] forks = forks();
      for (int i = 0; i < SEATS; i++) {
        new Thread(new Sorted(forks[i], forks[(i + 1) % SEATS])).start();
      }
    }
  }

  /** The constructor keeps them as they come. */
  static class Unsorted implements Runnable {
    private final Fork lower;
    private final Fork higher;
    private int meals;

    Unsorted(Fork a, Fork b) {
      lower = a;
      higher = b;
    }

    @Override
    public void run() {
      synchronized (lower) {
        synchronized (higher) { // want LockOrderInversion "higher"
          meals++;
        }
      }
    }

    static void dine() {
      Fork[] forks = forks();
      for (int i = 0; i < SEATS; i++) {
        new Thread(new Unsorted(forks[i], forks[(i + 1) % SEATS])).start();
      }
    }
  }

  /** Those with even numbers begin on the left, the others on the right. */
  static class EvenOdd implements Runnable {
    private final Fork left;
    private final Fork right;
    private final int id;
    private int meals;

    EvenOdd(int id, Fork left, Fork right) {
      this.id = id;
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      if (id % 2 == 0) {
        synchronized (left) {
          synchronized (right) {
            meals++;
          }
        }
      } else {
        synchronized (right) {
          synchronized (left) {
            meals++;
          }
        }
      }
    }

    static void dine() {
      Fork[] forks = forks();
      for (int i = 0; i < SEATS; i++) {
        new Thread(new EvenOdd(i, forks[i], forks[(i + 1) % SEATS])).start();
      }
    }
  }

  /** The same through variables. */
  static class EvenOddChosen implements Runnable {
    private final Lock left;
    private final Lock right;
    private final int id;
    private int meals;

    EvenOddChosen(int id, Lock left, Lock right) {
      this.id = id;
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      Lock first = id % 2 == 0 ? left : right;
      Lock second = id % 2 == 0 ? right : left;
      first.lock();
      second.lock();
      try {
        meals++;
      } finally {
        second.unlock();
        first.unlock();
      }
    }
  }

  /** One of them begins on the other side. */
  static class OneReversed extends Thread {
    private final Fork left;
    private final Fork right;
    private final int id;
    private int meals;

    OneReversed(int id, Fork left, Fork right) {
      this.id = id;
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      take();
      try {
        meals++;
      } finally {
        left.unlock();
        right.unlock();
      }
    }

    private void take() {
      if (id == 0) {
        right.lock();
        left.lock();
      } else {
        left.lock();
        right.lock();
      }
    }

    static void dine() {
      Fork[] forks = forks();
      for (int i = 0; i < SEATS; i++) {
        new OneReversed(i, forks[i], forks[(i + 1) % SEATS]).start();
      }
    }
  }

  /** What chooses has nothing to do with who it is. */
  static class Moody implements Runnable {
    private final Fork left;
    private final Fork right;
    private int meals;

    Moody(Fork left, Fork right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      if (System.nanoTime() % 2 == 0) {
        synchronized (left) {
          synchronized (right) { // want LockOrderInversion "left"
            meals++;
          }
        }
      } else {
        synchronized (right) {
          synchronized (left) {
            meals++;
          }
        }
      }
    }
  }

  /** Each finds its forks in a table that all share, by its own number. */
  static class ByNumber implements Runnable {
    private static final Object[] FORKS = {new Object(), new Object(), new Object()};
    private final int id;
    private int meals;

    ByNumber(int id) {
      this.id = id;
    }

    @Override
    public void run() {
      synchronized (FORKS[id]) {
        synchronized (FORKS[(id + 1) % FORKS.length]) { // want LockOrderInversion "FORKS[...]"
          meals++;
        }
      }
    }
  }

  /** The smaller number first. */
  static class ByNumberSorted implements Runnable {
    private static final Object[] FORKS = {new Object(), new Object(), new Object()};
    private final int id;
    private int meals;

    ByNumberSorted(int id) {
      this.id = id;
    }

    @Override
    public void run() {
      int low = id;
      int high = (id + 1) % FORKS.length;
      if (low > high) {
        int swap = low;
        low = high;
        high = swap;
      }
      synchronized (FORKS[low]) {
        synchronized (FORKS[high]) {
          meals++;
        }
      }
    }
  }

  /** A tree counts upwards and sums downwards: one finding, where the child locks its parent. */
  static class Branch {
    private final List<Branch> children = new ArrayList<>();
    private Branch parent;
    private int size;

    synchronized void add(Branch child) {
      children.add(child);
      child.parent = this;
      grow();
    }

    private synchronized void grow() {
      size++;
      if (parent != null) {
        parent.grow(); // want LockOrderInversion "parent"
      }
    }

    synchronized int total() {
      int total = size;
      for (Branch child : children) {
        total += child.total();
      }
      return total;
    }
  }

  /** Tasks that capture the table and their number. */
  static void dine() {
    Object[] forks = new Object[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new Object();
    }
    for (int i = 0; i < SEATS; i++) {
      int seat = i;
      Runnable meal =
          () -> {
            Object left = forks[seat];
            Object right = forks[(seat + 1) % SEATS];
            synchronized (left) {
              synchronized (right) { // want LockOrderInversion "arguments"
                System.out.println("eats");
              }
            }
          };
      new Thread(meal).start();
    }
  }

  /** A number that changes chooses now the one and now the other order. */
  static class Changing {
    private final Object left = new Object();
    private final Object right = new Object();
    private int rounds;

    synchronized void next() {
      rounds++;
    }

    void run() {
      if (rounds % 2 == 0) {
        synchronized (left) {
          synchronized (right) { // want LockOrderInversion "left"
            System.out.println("both");
          }
        }
      } else {
        synchronized (right) {
          synchronized (left) {
            System.out.println("both");
          }
        }
      }
    }
  }
}
