package cases.lockorderinversion;

import java.util.concurrent.locks.ReentrantLock;

/** No two of the three methods contradict each other; all three together do. */
public class ThreeLocks {
  private final Object users = new Object();
  private final Object groups = new Object();
  private final ReentrantLock rights = new ReentrantLock();
  private int version;

  public void join() {
    synchronized (users) {
      synchronized (groups) { // want LockOrderInversion "groups"
        version++;
      }
    }
  }

  public void grant() {
    synchronized (groups) {
      rights.lock();
      try {
        version++;
      } finally {
        rights.unlock();
      }
    }
  }

  public void revoke() {
    rights.lock();
    try {
      synchronized (users) {
        version++;
      }
    } finally {
      rights.unlock();
    }
  }

  /** Three locks in a line, all pairs used: fine. */
  static class Chain {
    private final Object first = new Object();
    private final Object second = new Object();
    private final Object third = new Object();
    private int version;

    void all() {
      synchronized (first) {
        synchronized (second) {
          synchronized (third) {
            version++;
          }
        }
      }
    }

    void ends() {
      synchronized (first) {
        synchronized (third) {
          version++;
        }
      }
    }

    void tail() {
      synchronized (second) {
        synchronized (third) {
          version++;
        }
      }
    }
  }

  /** Locks inside three constants of one class. */
  static class Devices {
    static class Device {
      private final Object bus = new Object();
      private int reads;
    }

    private static final Device DISK = new Device();
    private static final Device NET = new Device();
    private static final Device CLOCK = new Device();

    void store() {
      synchronized (DISK.bus) {
        synchronized (NET.bus) { // want LockOrderInversion "DISK.bus"
          DISK.reads++;
        }
      }
    }

    void send() {
      synchronized (NET.bus) {
        synchronized (CLOCK.bus) {
          NET.reads++;
        }
      }
    }

    void tick() {
      synchronized (CLOCK.bus) {
        synchronized (DISK.bus) {
          CLOCK.reads++;
        }
      }
    }
  }
}
