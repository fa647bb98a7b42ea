package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that are handed to the threads that use them. */
public class SharedBetweenThreads {

  /** Forks handed out round the table. */
  static class Fork {
    private final Lock lock = new ReentrantLock();
  }

  static class Philosopher extends Thread {
    private final Fork left;
    private final Fork right;

    Philosopher(Fork left, Fork right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        left.lock.lock();
        try {
          right.lock.lock(); // want LockOrderInversion "right"
          try {
            eat();
          } finally {
            right.lock.unlock();
          }
        } finally {
          left.lock.unlock();
        }
      }
    }

    private void eat() {
      System.out.println("eats");
    }
  }

  static void dinner(int n) {
    Fork[] forks = new Fork[n];
    for (int i = 0; i < n; i++) {
      forks[i] = new Fork();
    }
    for (int i = 0; i < n; i++) {
      new Philosopher(forks[i], forks[(i + 1) % n]).start();
    }
  }

  /** The last one takes them the other way round: the well-known cure. */
  static class Guest implements Runnable {
    private final Object first;
    private final Object second;

    Guest(Object first, Object second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void run() {
      synchronized (first) {
        synchronized (second) {
          System.out.println("eats");
        }
      }
    }

    static void dinner() {
      Object[] forks = new Object[5];
      for (int i = 0; i < forks.length; i++) {
        forks[i] = new Object();
      }
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < forks.length; i++) {
        Object left = forks[i];
        Object right = forks[(i + 1) % forks.length];
        if (i == forks.length - 1) {
          all.add(new Thread(new Guest(right, left)));
        } else {
          all.add(new Thread(new Guest(left, right)));
        }
      }
      all.forEach(Thread::start);
    }
  }

  /** A static helper that everybody calls with the same two, in one order. */
  static class Helper {
    private static final Object A = new Object();
    private static final Object B = new Object();
    private static int n;

    private static void both(Object x, Object y) {
      synchronized (x) {
        synchronized (y) {
          n++;
        }
      }
    }

    static void one() {
      both(A, B);
    }

    static void two() {
      both(A, B);
    }
  }

  /** The same, called in both orders. */
  static class Swapped {
    private static final Lock A = new ReentrantLock();
    private static final Lock B = new ReentrantLock();
    private static int n;

    static void both(Lock x, Lock y) {
      x.lock();
      try {
        y.lock(); // want LockOrderInversion "B"
        try {
          n++;
        } finally {
          y.unlock();
        }
      } finally {
        x.unlock();
      }
    }

    static void one() {
      both(A, B);
    }

    static void two() {
      both(B, A);
    }
  }

  /** A factory of tasks that takes the locks. */
  static class Factory {
    static Runnable task(Object x, Object y) {
      return () -> {
        synchronized (x) {
          synchronized (y) { // want LockOrderInversion "p"
            System.out.println("both");
          }
        }
      };
    }

    static void main() {
      Object p = new Object();
      Object q = new Object();
      new Thread(task(p, q)).start();
      new Thread(task(q, p)).start();
    }
  }

  /** All workers get the two in one order. */
  static class Polite implements Runnable {
    private final Lock in;
    private final Lock out;

    Polite(Lock in, Lock out) {
      this.in = in;
      this.out = out;
    }

    @Override
    public void run() {
      in.lock();
      out.lock();
      try {
        System.out.println();
      } finally {
        out.unlock();
        in.unlock();
      }
    }

    static void main() {
      Lock a = new ReentrantLock();
      Lock b = new ReentrantLock();
      for (int i = 0; i < 4; i++) {
        new Thread(new Polite(a, b)).start();
      }
      new Thread(
              () -> {
                a.lock();
                b.lock();
                b.unlock();
                a.unlock();
              })
          .start();
    }
  }

  /** The main thread itself is one of the two. */
  static class MainThread {
    static void main() throws InterruptedException {
      Object log = new Object();
      Object data = new Object();
      Thread t =
          new Thread(
              () -> {
                synchronized (data) {
                  synchronized (log) { // want LockOrderInversion "log"
                    System.out.println("t");
                  }
                }
              });
      t.start();
      synchronized (log) {
        synchronized (data) {
          System.out.println("main");
        }
      }
      t.join();
    }
  }

  /** Each call has locks of its own, which no other thread sees. */
  static class PerCall {
    private int n;

    void one() {
      Object a = new Object();
      Object b = new Object();
      synchronized (a) {
        synchronized (b) {
          n++; // want NonAtomicUpdate "n"
        }
      }
      synchronized (b) {
        synchronized (a) {
          n--; // want NonAtomicUpdate "n"
        }
      }
    }
  }

  /** Two threads of one class by subclassing, on static locks. */
  static class Ping extends Thread {
    static final Object PING = new Object();
    static final Object PONG = new Object();

    @Override
    public void run() {
      synchronized (PING) {
        try {
          Thread.sleep(10);
        } catch (InterruptedException e) {
          return;
        }
        synchronized (PONG) { // want LockOrderInversion "PONG"
          System.out.println("ping");
        }
      }
    }
  }

  static class Pong extends Thread {
    @Override
    public void run() {
      synchronized (Ping.PONG) {
        synchronized (Ping.PING) {
          System.out.println("pong");
        }
      }
    }
  }

  /** A listener as a lambda of an own interface, called under the lock. */
  interface Change {
    void changed(int value);
  }

  static class Model {
    private final List<Change> changes = new ArrayList<>();
    private int value;

    synchronized void listen(Change c) {
      changes.add(c);
    }

    synchronized void set(int v) {
      value = v;
      changes.forEach(c -> c.changed(v)); // want LockOrderInversion "refresh"
    }

    synchronized int get() {
      return value;
    }
  }

  static class View {
    private final Model model;
    private int shown;

    View(Model model) {
      this.model = model;
      model.listen(v -> show(v));
    }

    private synchronized void show(int v) {
      shown = v;
    }

    synchronized void refresh() {
      shown = model.get();
    }
  }
}
