package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Neighbours at a round table, their forks kept in lists and arrays of several kinds. */
public class DiningTables {

  static class ListTable {
    private final List<Lock> forks = new ArrayList<>();
    private int meals;

    ListTable(int seats) {
      for (int i = 0; i < seats; i++) {
        forks.add(new ReentrantLock());
      }
    }

    void dine(int seat) {
      Lock left = forks.get(seat);
      Lock right = forks.get((seat + 1) % forks.size());
      left.lock();
      try {
        right.lock(); // want LockOrderInversion "forks"
        try {
          meals++;
        } finally {
          right.unlock();
        }
      } finally {
        left.unlock();
      }
    }
  }

  static class OrderedListTable {
    private final List<Lock> forks = new ArrayList<>();
    private int meals;

    OrderedListTable(int seats) {
      for (int i = 0; i < seats; i++) {
        forks.add(new ReentrantLock());
      }
    }

    void dine(int seat) {
      int next = (seat + 1) % forks.size();
      Lock lower = forks.get(Math.min(seat, next));
      Lock upper = forks.get(Math.max(seat, next));
      lower.lock();
      try {
        upper.lock();
        try {
          meals++;
        } finally {
          upper.unlock();
        }
      } finally {
        lower.unlock();
      }
    }
  }

  static class PermitTable {
    private final Semaphore[] forks = new Semaphore[5];
    private int meals;

    PermitTable() {
      for (int i = 0; i < forks.length; i++) {
        forks[i] = new Semaphore(1);
      }
    }

    void dine(int seat) throws InterruptedException {
      int next = (seat + 1) % forks.length;
      forks[seat].acquire();
      try {
        forks[next].acquire(); // want LockOrderInversion "forks"
        try {
          meals++;
        } finally {
          forks[next].release();
        }
      } finally {
        forks[seat].release();
      }
    }
  }

  /** Two permits each: a neighbour does not keep the other out. */
  static class WideTable {
    private final Semaphore[] bowls = new Semaphore[5];
    private int meals;

    WideTable() {
      for (int i = 0; i < bowls.length; i++) {
        bowls[i] = new Semaphore(2);
      }
    }

    synchronized int meals() {
      return meals;
    }

    void dine(int seat) throws InterruptedException {
      int next = (seat + 1) % bowls.length;
      bowls[seat].acquire();
      try {
        bowls[next].acquire();
        try {
          eaten();
        } finally {
          bowls[next].release();
        }
      } finally {
        bowls[seat].release();
      }
    }

    private synchronized void eaten() {
      meals++;
    }
  }

  static class Guest extends Thread {
    private final Lock left;
    private final Lock right;

    Guest(Lock left, Lock right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      left.lock();
      try {
        right.lock(); // want LockOrderInversion "right"
        try {
          Thread.yield();
        } finally {
          right.unlock();
        }
      } finally {
        left.unlock();
      }
    }
  }

  static void party() {
    List<Lock> forks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      forks.add(new ReentrantLock());
    }
    for (int i = 0; i < 5; i++) {
      new Guest(forks.get(i), forks.get((i + 1) % 5)).start();
    }
  }
}

/** A class of its own for what is locked, handed to two threads in two orders. */
class TwoSticks {

  static class Stick {
    private int uses;

    synchronized void use() {
      uses++;
    }
  }

  static class Eater implements Runnable {
    private final Stick near;
    private final Stick far;

    Eater(Stick near, Stick far) {
      this.near = near;
      this.far = far;
    }

    @Override
    public void run() {
      synchronized (near) {
        synchronized (far) { // want LockOrderInversion "one"
          near.use();
          far.use();
        }
      }
    }
  }

  static void lunch() {
    Stick one = new Stick();
    Stick other = new Stick();
    new Thread(new Eater(one, other)).start();
    new Thread(new Eater(other, one)).start();
  }
}

class TwoSticksInOrder {

  static class Stick {
    private int uses;

    synchronized void use() {
      uses++;
    }
  }

  static class Eater implements Runnable {
    private final Stick near;
    private final Stick far;

    Eater(Stick near, Stick far) {
      this.near = near;
      this.far = far;
    }

    @Override
    public void run() {
      synchronized (near) {
        synchronized (far) {
          near.use();
          far.use();
        }
      }
    }
  }

  static void lunch() {
    Stick one = new Stick();
    Stick other = new Stick();
    new Thread(new Eater(one, other)).start();
    new Thread(new Eater(one, other)).start();
  }
}
