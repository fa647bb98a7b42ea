package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** All locks of a field, one after the other: from the first to the last, and back. */
public class LoopedLocks {
  /** Each way occurs. */
  public static class Stripes {
    private final Lock[] stripes = new Lock[8];
    private int entries;

    public Stripes() {
      for (int i = 0; i < stripes.length; i++) {
        stripes[i] = new ReentrantLock();
      }
    }

    public int size() {
      for (Lock stripe : stripes) {
        stripe.lock(); // want LockOrderInversion "stripes"
      }
      try {
        return entries;
      } finally {
        for (Lock stripe : stripes) {
          stripe.unlock();
        }
      }
    }

    public void clear() {
      for (int i = stripes.length - 1; i >= 0; i--) {
        stripes[i].lock();
      }
      try {
        entries = 0;
      } finally {
        for (Lock stripe : stripes) {
          stripe.unlock();
        }
      }
    }
  }

  /** The locks are parts of what a list holds. */
  public static class Table {
    private static class Segment {
      final ReentrantLock lock = new ReentrantLock();
      int rows;
    }

    private final List<Segment> segments = new ArrayList<>();

    public Table(int n) {
      for (int i = 0; i < n; i++) {
        segments.add(new Segment());
      }
    }

    public int rows() {
      for (int i = 0; i < segments.size(); i++) {
        segments.get(i).lock.lock(); // want LockOrderInversion "segments"
      }
      int rows = 0;
      for (Segment segment : segments) {
        rows += segment.rows;
      }
      segments.forEach(segment -> segment.lock.unlock());
      return rows;
    }

    public void clear() {
      int i = segments.size();
      while (i-- > 0) {
        segments.get(i).lock.lock();
      }
      segments.forEach(segment -> segment.rows = 0);
      segments.forEach(segment -> segment.lock.unlock());
    }
  }

  /** Always from the first to the last; given back in the other order; and one at a time. */
  public static class OneWay {
    private final Lock[] stripes = {new ReentrantLock(), new ReentrantLock()};
    private final int[] entries = new int[stripes.length];

    public int size() {
      for (Lock stripe : stripes) {
        stripe.lock();
      }
      try {
        return entries[0] + entries[1];
      } finally {
        for (int i = stripes.length - 1; i >= 0; i--) {
          stripes[i].unlock();
        }
      }
    }

    public void clear() {
      for (int i = 0; i < stripes.length; i++) {
        stripes[i].lock();
      }
      try {
        entries[0] = 0;
        entries[1] = 0;
      } finally {
        for (Lock stripe : stripes) {
          stripe.unlock();
        }
      }
    }

    public void halve() {
      for (int i = stripes.length - 1; i >= 0; i--) {
        stripes[i].lock();
        try {
          entries[i] = entries[i] / 2;
        } finally {
          stripes[i].unlock();
        }
      }
    }

    public boolean tryClear() {
      int got = 0;
      for (int i = stripes.length - 1; i >= 0 && stripes[i].tryLock(); i--) {
        got++;
      }
      for (int i = stripes.length - got; i < stripes.length; i++) {
        stripes[i].unlock();
      }
      return got == stripes.length;
    }
  }
}
