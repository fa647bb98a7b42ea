package cases.lockorderinversion;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Arrays and maps of locks. */
public class LockCollections {

  static class Striped {
    private final Object[] stripes = new Object[16];
    private final int[] values = new int[1024];

    Striped() {
      for (int i = 0; i < stripes.length; i++) {
        stripes[i] = new Object();
      }
    }

    /** The two stripes come in the order of the arguments. */
    void swap(int a, int b) {
      synchronized (stripes[a % 16]) {
        synchronized (stripes[b % 16]) { // want LockOrderInversion "stripes"
          int old = values[a];
          values[a] = values[b];
          values[b] = old;
        }
      }
    }
  }

  static class PerKey {
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();

    private Lock lockOf(String key) {
      return locks.computeIfAbsent(key, k -> new ReentrantLock());
    }

    /** The map gives the same lock for the same key, in the order of the arguments. */
    void link(String from, String to) {
      lockOf(from).lock();
      try {
        lockOf(to).lock(); // want LockOrderInversion "`locks[from]` and `locks[to]`"
        try {
          links.put(from, to);
        } finally {
          lockOf(to).unlock();
        }
      } finally {
        lockOf(from).unlock();
      }
    }
  }

  /** All of them, by index: always the same order. */
  static class Segments {
    private final ReentrantLock[] segments = new ReentrantLock[8];
    private final int[] sizes = new int[8];

    Segments() {
      for (int i = 0; i < segments.length; i++) {
        segments[i] = new ReentrantLock();
      }
    }

    int size() {
      for (ReentrantLock segment : segments) {
        segment.lock();
      }
      try {
        int sum = 0;
        for (int size : sizes) {
          sum += size;
        }
        return sum;
      } finally {
        for (ReentrantLock segment : segments) {
          segment.unlock();
        }
      }
    }
  }

  /** Two by index, the lower one first. */
  static class OrderedStripes {
    private final Object[] slots = {new Object(), new Object(), new Object(), new Object()};
    private final int[] values = new int[64];

    void swap(int a, int b) {
      int low = Math.min(a % 4, b % 4);
      int high = Math.max(a % 4, b % 4);
      synchronized (slots[low]) {
        synchronized (slots[high]) {
          int old = values[a];
          values[a] = values[b];
          values[b] = old;
        }
      }
    }
  }

  /** One after the other, never two at once. */
  static class OneAtATime {
    private final Object[] cells = {new Object(), new Object(), new Object()};
    private final int[] counts = new int[3];

    int sum() {
      int sum = 0;
      for (int i = 0; i < cells.length; i++) {
        synchronized (cells[i]) {
          sum += counts[i];
        }
      }
      return sum;
    }
  }
}
