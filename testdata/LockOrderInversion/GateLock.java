package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Both orders occur, but only one thread at a time can be inside: a third lock is held around both. */
public class GateLock {
  private final Lock gate = new ReentrantLock();
  private final Object red = new Object();
  private final Object green = new Object();
  private int reds;
  private int greens;

  public void toGreen() {
    gate.lock();
    try {
      synchronized (red) {
        reds--;
        synchronized (green) {
          greens++;
        }
      }
    } finally {
      gate.unlock();
    }
  }

  public void toRed() {
    gate.lock();
    try {
      synchronized (green) {
        greens--;
        addRed();
      }
    } finally {
      gate.unlock();
    }
  }

  private void addRed() {
    synchronized (red) {
      reds++;
    }
  }

  /** The gate is the object's own monitor, through synchronized methods. */
  static class Workshop {
    private final Object lathe = new Object();
    private final Object drill = new Object();
    private int parts;

    synchronized void turnAndDrill() {
      synchronized (lathe) {
        synchronized (drill) {
          parts++;
        }
      }
    }

    synchronized void drillAndTurn() {
      synchronized (drill) {
        synchronized (lathe) {
          parts++;
        }
      }
    }
  }

  /** A gate that only one of the two holds protects nothing. */
  static class OpenGate {
    private final Object gate = new Object();
    private final Object north = new Object();
    private final Object south = new Object();
    private int crossed;

    void southward() {
      synchronized (gate) {
        synchronized (north) {
          synchronized (south) { // want LockOrderInversion "south"
            crossed++;
          }
        }
      }
    }

    void northward() {
      synchronized (south) {
        synchronized (north) {
          crossed--;
        }
      }
    }
  }
}
