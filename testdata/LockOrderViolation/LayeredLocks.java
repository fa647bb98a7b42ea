package cases.lockorderviolation;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lockkeeper.annotations.LockOrder;

/** Declared orders, kept and broken. */
public class LayeredLocks {

  @LockOrder({"network", "disk", "log"})
  static class Node {
    private final Lock network = new ReentrantLock();
    private final Object disk = new Object();
    private final ReentrantReadWriteLock log = new ReentrantReadWriteLock();
    private int n;

    void right() {
      network.lock();
      try {
        synchronized (disk) {
          log.writeLock().lock();
          n++;
          log.writeLock().unlock();
        }
      } finally {
        network.unlock();
      }
    }

    void skips() {
      network.lock();
      try {
        log.readLock().lock();
        n++;
        log.readLock().unlock();
      } finally {
        network.unlock();
      }
    }

    void wrong() {
      synchronized (disk) {
        network.lock(); // want LockOrderViolation "network"
        n++;
        network.unlock();
      }
    }

    void wrongAcross() {
      log.readLock().lock();
      try {
        network.lock(); // want LockOrderViolation "network"
        n++;
        network.unlock();
      } finally {
        log.readLock().unlock();
      }
    }

    void wrongByHelper() {
      log.writeLock().lock();
      try {
        store(); // want LockOrderViolation "disk"
      } finally {
        log.writeLock().unlock();
      }
    }

    private void store() {
      synchronized (disk) {
        n++;
      }
    }

    void notNested() {
      synchronized (disk) {
        n++;
      }
      network.lock();
      n++;
      network.unlock();
    }

    void reentrant() {
      synchronized (disk) {
        synchronized (disk) {
          n++;
        }
      }
    }

    void tries() {
      synchronized (disk) {
        if (network.tryLock()) {
          n++;
          network.unlock();
        }
      }
    }

    void later() {
      synchronized (disk) {
        new Thread(
                () -> {
                  network.lock();
                  n++;
                  network.unlock();
                })
            .start();
      }
    }

    void inLambda() {
      synchronized (disk) {
        Runnable r =
            () -> {
              network.lock(); // want LockOrderViolation "network"
              n++;
              network.unlock();
            };
        r.run();
      }
    }
  }

  /** Orders of monitors of classes, and of this. */
  @LockOrder({"Registry.class", "this", "entries"})
  static class Registry {
    private final Object entries = new Object();
    private static int all;

    static synchronized void touch(Registry r) {
      synchronized (r) {
        System.out.println(all);
      }
    }

    synchronized void wrong() {
      synchronized (Registry.class) { // want LockOrderViolation "Registry.class"
        System.out.println(all);
      }
    }

    synchronized void right() {
      synchronized (entries) {
        System.out.println(all);
      }
    }

    void wrongAgain() {
      synchronized (entries) {
        change(); // want LockOrderViolation "change"
      }
    }

    private synchronized void change() {
      System.out.println(-all);
    }
  }

  /** Cyclic. */
  @LockOrder({"a", "b", "a"})
  static class Cyclic { // want LockOrderViolation "cyclic"
    private final Object a = new Object();
    private final Object b = new Object();

    void go() {
      synchronized (a) {
        synchronized (b) {
          System.out.println();
        }
      }
    }
  }
}
