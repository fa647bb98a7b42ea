package cases.lockorderinversion;

import java.util.concurrent.locks.ReentrantLock;

/** Both locks in both orders, but never nested both ways: fine. */
public class OneAfterTheOther {
  private final Object first = new Object();
  private final Object second = new Object();
  private int a;
  private int b;

  /** The first is given back before the second is taken. */
  void forth() {
    int seen;
    synchronized (first) {
      seen = ++a;
    }
    synchronized (second) {
      b += seen;
    }
  }

  void back() {
    int seen;
    synchronized (second) {
      seen = ++b;
    }
    synchronized (first) {
      a += seen;
    }
  }

  /** Given back on the one path that goes on to the other lock. */
  static class HandOver {
    private final ReentrantLock main = new ReentrantLock();
    private final ReentrantLock side = new ReentrantLock();
    private int mains;
    private int sides;

    void handOver(boolean more) {
      main.lock();
      try {
        mains++;
      } finally {
        main.unlock();
      }
      if (more) {
        side.lock();
        try {
          sides++;
        } finally {
          side.unlock();
        }
      }
    }

    void handBack() {
      side.lock();
      try {
        main.lock();
        try {
          mains = 0;
        } finally {
          main.unlock();
        }
      } finally {
        side.unlock();
      }
    }
  }

  /** The outer lock once more inside: it is already held, so nothing is waited for. */
  static class Reentrant {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private int depth;

    void enter() {
      synchronized (outer) {
        synchronized (inner) {
          deepen();
        }
      }
    }

    private void deepen() {
      synchronized (outer) {
        depth++;
      }
    }
  }

  /** Synchronized methods of one object that call each other. */
  static class OneLock {
    private int value;

    synchronized void set(int to) {
      value = to;
      changed();
    }

    synchronized void changed() {
      if (value > 10) {
        set(10);
      }
    }
  }

  /** Left by break and return: the monitor is given back on the way out. */
  static class Early {
    private final Object queue = new Object();
    private final Object stats = new Object();
    private int length;
    private int taken;

    void take() {
      for (int i = 0; i < 3; i++) {
        synchronized (queue) {
          if (length > 0) {
            length--;
            break;
          }
        }
      }
      synchronized (stats) {
        taken++;
      }
    }

    int report() {
      synchronized (stats) {
        synchronized (queue) {
          return length + taken;
        }
      }
    }
  }
}
