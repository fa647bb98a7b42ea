package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.Acquires;
import org.lockkeeper.annotations.Holding;
import org.lockkeeper.annotations.Releases;

/** The locks go by other names: locals, helper pairs, closeable wrappers, declared contracts. */
public class AliasesAndWrappers {

  static class Locals {
    private final Lock disk = new ReentrantLock();
    private final Lock memory = new ReentrantLock();
    private int pages;

    void spill() {
      final Lock from = memory;
      final Lock to = this.disk;
      from.lock();
      try {
        to.lock(); // want LockOrderInversion "disk"
        try {
          pages--;
        } finally {
          to.unlock();
        }
      } finally {
        from.unlock();
      }
    }

    void load() {
      disk.lock();
      try {
        memory.lock();
        try {
          pages++;
        } finally {
          memory.unlock();
        }
      } finally {
        disk.unlock();
      }
    }
  }

  static class HelperPairs {
    private final Lock reads = new ReentrantLock();
    private final Lock writes = new ReentrantLock();
    private int ops;

    @Acquires("reads")
    private void beginRead() {
      reads.lock();
    }

    @Releases("reads")
    private void endRead() {
      reads.unlock();
    }

    void readThenWrite() {
      beginRead();
      try {
        writes.lock(); // want LockOrderInversion "writes"
        try {
          ops++;
        } finally {
          writes.unlock();
        }
      } finally {
        endRead();
      }
    }

    void writeThenRead() {
      writes.lock();
      try {
        beginRead();
        try {
          ops--;
        } finally {
          endRead();
        }
      } finally {
        writes.unlock();
      }
    }
  }

  static final class Held implements AutoCloseable {
    private final Lock lock;

    private Held(Lock lock) {
      this.lock = lock;
    }

    static Held lock(Lock lock) {
      lock.lock();
      return new Held(lock);
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  static class Wrapped {
    private final Lock tables = new ReentrantLock();
    private final Lock files = new ReentrantLock();
    private int writes;

    void compact() {
      try (Held t = Held.lock(tables)) {
        try (Held f = Held.lock(files)) { // want LockOrderInversion "files"
          writes++;
        }
      }
    }

    void recover() {
      try (Held f = Held.lock(files);
          Held t = Held.lock(tables)) {
        writes = 0;
      }
    }
  }

  static class Declared {
    private final Object cart = new Object();
    private final Object coupons = new Object();
    private int total;
    private int discount;

    /** Callers, wherever they are, hold the cart. */
    @Holding("cart")
    void apply() {
      synchronized (coupons) { // want LockOrderInversion "coupons"
        total -= discount;
      }
    }

    void redeem() {
      synchronized (coupons) {
        discount = 10;
        synchronized (cart) {
          total = 0;
        }
      }
    }
  }
}
