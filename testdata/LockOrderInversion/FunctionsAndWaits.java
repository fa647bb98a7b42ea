package cases.lockorderinversion;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Methods that run under a lock of whoever they are given to, and waits that take their lock again. */
public class FunctionsAndWaits {

  static class Ledger {
    private final Lock books = new ReentrantLock();
    private final Lock vault = new ReentrantLock();
    private int coins;

    private <T> T audited(Callable<T> step) throws Exception {
      books.lock();
      try {
        return step.call();
      } finally {
        books.unlock();
      }
    }

    int count() throws Exception {
      return audited(this::counted); // want LockOrderInversion "vault"
    }

    private int counted() {
      vault.lock();
      try {
        return coins;
      } finally {
        vault.unlock();
      }
    }

    int deposit() throws Exception {
      vault.lock();
      try {
        return audited(() -> ++coins);
      } finally {
        vault.unlock();
      }
    }
  }

  /** Both go the same way. */
  static class OrderedLedger {
    private final Lock books = new ReentrantLock();
    private final Lock vault = new ReentrantLock();
    private int coins;

    private <T> T audited(Callable<T> step) throws Exception {
      books.lock();
      try {
        return step.call();
      } finally {
        books.unlock();
      }
    }

    int count() throws Exception {
      return audited(this::counted);
    }

    private int counted() {
      vault.lock();
      try {
        return coins;
      } finally {
        vault.unlock();
      }
    }

    int deposit() throws Exception {
      return audited(
          () -> {
            vault.lock();
            try {
              return ++coins;
            } finally {
              vault.unlock();
            }
          });
    }
  }

  /** Who waits for the outer lock's condition keeps the inner lock: nobody can come and signal. */
  static class Mailbox {
    private final Object letters = new Object();
    private final Object index = new Object();
    private int count;

    void take() throws InterruptedException {
      synchronized (letters) {
        synchronized (index) { // want LockOrderInversion "letters"
          while (count == 0) {
            letters.wait();
          }
          count--;
        }
      }
    }

    void put() {
      synchronized (letters) {
        synchronized (index) {
          count++;
          letters.notifyAll();
        }
      }
    }
  }

  static class ConditionBox {
    private final Lock letters = new ReentrantLock();
    private final Condition filled = letters.newCondition();
    private final Object index = new Object();
    private int count;

    void take() throws InterruptedException {
      letters.lock();
      try {
        synchronized (index) { // want LockOrderInversion "letters"
          while (count == 0) {
            filled.await();
          }
          count--;
        }
      } finally {
        letters.unlock();
      }
    }

    void put() {
      letters.lock();
      try {
        synchronized (index) {
          count++;
        }
        filled.signalAll();
      } finally {
        letters.unlock();
      }
    }
  }

  /** Waits for the inner one: the outer stays taken, which is another matter, but no inversion. */
  static class InnerBox {
    private final Object letters = new Object();
    private final Object index = new Object();
    private int count;

    void take() throws InterruptedException {
      synchronized (letters) {
        synchronized (index) {
          while (count == 0) {
            index.wait(100);
          }
          count--;
        }
      }
    }

    void put() {
      synchronized (index) {
        count++;
        index.notifyAll();
      }
    }
  }

  /** The inner lock is free again by then. */
  static class FreeBox {
    private final Object letters = new Object();
    private final Object index = new Object();
    private int count;
    private int seen;

    void take() throws InterruptedException {
      synchronized (letters) {
        synchronized (index) {
          seen++;
        }
        while (count == 0) {
          letters.wait();
        }
        count--;
      }
    }

    void put() {
      synchronized (letters) {
        synchronized (index) {
          seen++;
        }
        count++;
        letters.notifyAll();
      }
    }
  }
}
