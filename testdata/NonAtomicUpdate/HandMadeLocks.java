package cases.nonatomicupdate;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that a program makes of a flag and a condition queue. */
class HandMadeLocks {

  /** The textbook's. */
  static final class Simple {
    private boolean locked;

    synchronized void lock() throws InterruptedException {
      while (locked) {
        wait();
      }
      locked = true;
    }

    synchronized void unlock() {
      locked = false;
      notify();
    }
  }

  /** Who has it may take it again. */
  static final class Reentrant {
    private boolean locked;
    private Thread owner;
    private int count;

    synchronized void lock() throws InterruptedException {
      Thread me = Thread.currentThread();
      while (locked && owner != me) {
        wait();
      }
      locked = true;
      count++;
      owner = me;
    }

    synchronized void unlock() {
      if (Thread.currentThread() == owner && --count == 0) {
        locked = false;
        owner = null;
        notify();
      }
    }
  }

  /** Waits on a condition, and says whether it came to its turn. */
  static final class Timed {
    private final Lock gate = new ReentrantLock();
    private final Condition free = gate.newCondition();
    private Thread owner;

    boolean tryLock(long nanos) throws InterruptedException {
      gate.lock();
      try {
        long left = nanos;
        while (owner != null) {
          if (left <= 0) {
            return false;
          }
          left = free.awaitNanos(left);
        }
        owner = Thread.currentThread();
        return true;
      } finally {
        gate.unlock();
      }
    }

    void unlock() {
      gate.lock();
      try {
        owner = null;
        free.signal();
      } finally {
        gate.unlock();
      }
    }
  }

  /** A buffer of one place waits for its flag, too; who got something out of it holds nothing. */
  static final class Drop {
    private String message;
    private boolean empty = true;

    synchronized String take() throws InterruptedException {
      while (empty) {
        wait();
      }
      empty = true;
      notifyAll();
      return message;
    }

    synchronized void put(String text) throws InterruptedException {
      while (!empty) {
        wait();
      }
      empty = false;
      message = text;
      notifyAll();
    }
  }

  private final Simple simple = new Simple();
  private final Reentrant reentrant = new Reentrant();
  private final Timed timed = new Timed();
  private final Drop drop = new Drop();
  private int guarded;
  private int again;
  private int inTime;
  private int late;
  private int taken;

  void step() throws InterruptedException {
    simple.lock();
    try {
      guarded++;
    } finally {
      simple.unlock();
    }
    reentrant.lock();
    again++;
    reentrant.unlock();
    if (timed.tryLock(1000)) {
      try {
        inTime++;
      } finally {
        timed.unlock();
      }
    }
    simple.lock();
    simple.unlock();
    late++; // want NonAtomicUpdate "late"
    if (!drop.take().isEmpty()) {
      taken++; // want NonAtomicUpdate "taken"
    }
  }

  public static void main(String[] args) throws InterruptedException {
    HandMadeLocks all = new HandMadeLocks();
    Runnable steps =
        () -> {
          try {
            for (int i = 0; i < 1000; i++) {
              all.step();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread first = new Thread(steps);
    Thread second = new Thread(steps);
    first.start();
    second.start();
    for (int i = 0; i < 2000; i++) {
      all.drop.put("one more");
    }
    first.join();
    second.join();
    System.out.println(all.guarded + all.again + all.inTime + all.late + all.taken);
  }
}
