package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who holds the inner lock of an object holds its outer one, too, and goes on to others' outer ones. */
public class LocksOfOneOwner {

  static class Consumer {
    private final Object unconsumed = new Object();
    private final Object delivered = new Object();
    private final Deque<String> inbox = new ArrayDeque<>();
    private int seen;

    /** Under both of this one's locks: whoever else holds its inner lock waits for the outer one. */
    void rollback(List<Consumer> others) {
      synchronized (unconsumed) {
        synchronized (delivered) {
          seen--;
          for (Consumer other : others) {
            other.clear();
          }
        }
      }
    }

    void clear() {
      synchronized (unconsumed) {
        inbox.clear();
      }
    }
  }

  /** The outer lock is not held around. */
  static class LooseConsumer {
    private final Object unconsumed = new Object();
    private final Object delivered = new Object();
    private final Deque<String> inbox = new ArrayDeque<>();
    private int seen;

    void rollback() {
      synchronized (unconsumed) {
        synchronized (delivered) { // want LockOrderInversion "delivered"
          seen--;
        }
      }
    }

    void redeliver(List<LooseConsumer> others) {
      synchronized (delivered) {
        seen++;
        for (LooseConsumer other : others) {
          other.clear();
        }
      }
    }

    void clear() {
      synchronized (unconsumed) {
        inbox.clear();
      }
    }
  }
}
