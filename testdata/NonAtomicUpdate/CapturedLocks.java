package cases.nonatomicupdate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Objects that tasks use under a lock that they capture with them. */
class CapturedLocks {
  static class Count {
    private int n;

    void inc() {
      n++;
    }

    int get() {
      return n;
    }
  }

  static class Total {
    private int n;

    void inc() {
      n++; // want NonAtomicUpdate "n"
    }

    int get() {
      return n;
    }
  }

  static class Sum {
    private int n;

    void inc() {
      n++; // want NonAtomicUpdate "n"
    }

    int get() {
      return n;
    }
  }

  private final Lock lock = new ReentrantLock();

  /** Nobody else has these. */
  static int alone() {
    Count count = new Count();
    Total total = new Total();
    Sum sum = new Sum();
    count.inc();
    total.inc();
    sum.inc();
    return count.get() + total.get() + sum.get();
  }

  void captured(ExecutorService pool) {
    Count count = new Count();
    Object own = new Object();
    for (int i = 0; i < 4; i++) {
      pool.execute(
          () -> {
            synchronized (own) {
              count.inc();
            }
          });
    }
  }

  void field(ExecutorService pool) {
    Count count = new Count();
    for (int i = 0; i < 4; i++) {
      pool.execute(
          () -> {
            lock.lock();
            try {
              count.inc();
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void itself(ExecutorService pool) {
    Count count = new Count();
    for (int i = 0; i < 4; i++) {
      pool.execute(
          () -> {
            synchronized (count) {
              count.inc();
            }
          });
    }
  }

  synchronized void own(ExecutorService pool) {
    Count count = new Count();
    for (int i = 0; i < 4; i++) {
      pool.execute(
          () -> {
            synchronized (this) {
              count.inc();
            }
          });
    }
  }

  /** A lock for each task. */
  void each(ExecutorService pool) {
    Total total = new Total();
    for (int i = 0; i < 4; i++) {
      Object one = new Object();
      pool.execute(
          () -> {
            synchronized (one) {
              total.inc();
            }
          });
    }
  }

  /** One of them takes another lock. */
  void two(ExecutorService pool) {
    Sum sum = new Sum();
    Object own = new Object();
    pool.execute(
        () -> {
          synchronized (own) {
            sum.inc();
          }
        });
    pool.execute(
        () -> {
          synchronized (sum) {
            sum.inc();
          }
        });
  }
}
