package cases.lockorderviolation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.LockOrder;

/** Look-alikes of nesting against the declared order: all of these are fine. */
@LockOrder({"outer", "inner"})
public class LookAlikes {
  private final Lock outer = new ReentrantLock();
  private final Lock inner = new ReentrantLock();
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private int count;

  /** Nobody waits for a lock that is only tried. */
  boolean attempt() {
    inner.lock();
    try {
      if (outer.tryLock()) {
        try {
          count++;
          return true;
        } finally {
          outer.unlock();
        }
      }
      return false;
    } finally {
      inner.unlock();
    }
  }

  /** The outer lock is held already; taking it once more does not wait. */
  void again() {
    outer.lock();
    try {
      inner.lock();
      try {
        outer.lock();
        try {
          count++;
        } finally {
          outer.unlock();
        }
      } finally {
        inner.unlock();
      }
    } finally {
      outer.unlock();
    }
  }

  /** Given back first. */
  void release(boolean more) {
    inner.lock();
    try {
      count++;
    } finally {
      inner.unlock();
    }
    if (more) {
      outer.lock();
      try {
        count--;
      } finally {
        outer.unlock();
      }
    }
  }

  /** Runs later, without the lock. */
  void later() {
    inner.lock();
    try {
      pool.execute(
          () -> {
            outer.lock();
            try {
              count++;
            } finally {
              outer.unlock();
            }
          });
    } finally {
      inner.unlock();
    }
  }

  /** A lock that the declaration does not mention, in one direction only. */
  static class Undeclared {
    private final Object left = new Object();
    private final Object right = new Object();
    private int steps;

    void step() {
      synchronized (right) {
        synchronized (left) {
          steps++;
        }
      }
    }
  }

  /** Another class's fields of the same names. */
  static class Namesake {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private int steps;

    void step() {
      synchronized (inner) {
        synchronized (outer) {
          steps++;
        }
      }
    }
  }
}
