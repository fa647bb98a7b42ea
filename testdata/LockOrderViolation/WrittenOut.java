import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.LockOrder;

/** Orders that are written out in one text, as facts have them. */
class WrittenOut {
  @LockOrder("index < rows")
  static class Table {
    private final Object index = new Object();
    private final Object rows = new Object();
    private int keys;

    void insert() {
      synchronized (index) {
        synchronized (rows) {
          keys++;
        }
      }
    }

    void delete() {
      synchronized (rows) {
        synchronized (index) { // want LockOrderViolation "index"
          keys--;
        }
      }
    }
  }

  @LockOrder({"plan < left", "plan<right"})
  static class Shop {
    private final Lock plan = new ReentrantLock();
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int moved;

    void restock() {
      plan.lock();
      try {
        right.lock();
        try {
          moved++;
        } finally {
          right.unlock();
        }
      } finally {
        plan.unlock();
      }
    }

    void both() {
      left.lock();
      try {
        right.lock();
        try {
          moved += 2;
        } finally {
          right.unlock();
        }
      } finally {
        left.unlock();
      }
    }

    void replan() {
      right.lock();
      try {
        plan.lock(); // want LockOrderViolation "plan"
        try {
          moved = 0;
        } finally {
          plan.unlock();
        }
      } finally {
        right.unlock();
      }
    }
  }

  @LockOrder("first < second <")
  static class Unfinished { // want LockOrderViolation "one side of a `<`"
    private final Object first = new Object();
    private final Object second = new Object();
  }

  @LockOrder({"a < b", "b < a"})
  static class Circle { // want LockOrderViolation "cyclic"
    private final Object a = new Object();
    private final Object b = new Object();
  }

  @LockOrder({"a < b", "c"})
  static class HalfWritten { // want LockOrderViolation "fewer than two"
    private final Object a = new Object();
    private final Object b = new Object();
    private final Object c = new Object();
  }
}
