package cases.lockorderinversion;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that a program makes of a flag and a condition queue are locks like others. */
public class FlagLocks {

  static class Mutex {
    private boolean taken;

    synchronized void enter() throws InterruptedException {
      while (taken) {
        wait();
      }
      taken = true;
    }

    synchronized void leave() {
      taken = false;
      notifyAll();
    }
  }

  static class Ledger {
    private final Mutex entries = new Mutex();
    private final Mutex audit = new Mutex();
    private int posted;

    void post() throws InterruptedException {
      entries.enter();
      try {
        audit.enter(); // want LockOrderInversion "audit"
        try {
          posted++;
        } finally {
          audit.leave();
        }
      } finally {
        entries.leave();
      }
    }

    int export() throws InterruptedException {
      audit.enter();
      try {
        entries.enter();
        try {
          return posted;
        } finally {
          entries.leave();
        }
      } finally {
        audit.leave();
      }
    }
  }

  static class OneWay {
    private final Mutex entries = new Mutex();
    private final Mutex audit = new Mutex();
    private int posted;

    void post() throws InterruptedException {
      entries.enter();
      try {
        audit.enter();
        try {
          posted++;
        } finally {
          audit.leave();
        }
      } finally {
        entries.leave();
      }
    }

    int export() throws InterruptedException {
      entries.enter();
      try {
        audit.enter();
        try {
          return posted;
        } finally {
          audit.leave();
        }
      } finally {
        entries.leave();
      }
    }
  }

  static class Printer {
    private boolean printing;
    private final Object log = new Object();
    private int pages;

    private synchronized void begin() throws InterruptedException {
      while (printing) {
        wait();
      }
      printing = true;
    }

    private synchronized void end() {
      printing = false;
      notifyAll();
    }

    void print() throws InterruptedException {
      begin();
      try {
        synchronized (log) { // want LockOrderInversion "log"
          pages++;
        }
      } finally {
        end();
      }
    }

    int report() throws InterruptedException {
      synchronized (log) {
        begin();
        try {
          return pages;
        } finally {
          end();
        }
      }
    }
  }

  static class Writer {
    private final Lock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private final Object log = new Object();
    private boolean writing;
    private int lines;

    private void begin() {
      lock.lock();
      try {
        while (writing) {
          free.awaitUninterruptibly();
        }
        writing = true;
      } finally {
        lock.unlock();
      }
    }

    private void end() {
      lock.lock();
      try {
        writing = false;
        free.signal();
      } finally {
        lock.unlock();
      }
    }

    void write() {
      begin();
      try {
        synchronized (log) { // want LockOrderInversion "log"
          lines++;
        }
      } finally {
        end();
      }
    }

    int report() {
      synchronized (log) {
        begin();
        try {
          return lines;
        } finally {
          end();
        }
      }
    }
  }

  /** Who waits for the flag frees the monitor meanwhile. */
  static class OwnMonitor {
    private boolean taken;
    private int count;

    synchronized void enter() throws InterruptedException {
      while (taken) {
        wait();
      }
      taken = true;
    }

    synchronized void leave() {
      taken = false;
      notifyAll();
    }

    void count() throws InterruptedException {
      enter();
      try {
        synchronized (this) {
          count++;
        }
      } finally {
        leave();
      }
    }

    synchronized int get() throws InterruptedException {
      enter();
      try {
        return count;
      } finally {
        leave();
      }
    }
  }

  /** A flag that somebody waits for to be set says that something is there. */
  static class Slot {
    private final Object log = new Object();
    private boolean full;
    private int value;
    private int puts;

    synchronized void put(int to) throws InterruptedException {
      while (full) {
        wait();
      }
      full = true;
      value = to;
      notifyAll();
    }

    synchronized int take() throws InterruptedException {
      while (!full) {
        wait();
      }
      full = false;
      notifyAll();
      return value;
    }

    void putAndLog(int to) throws InterruptedException {
      put(to);
      synchronized (log) {
        puts++;
      }
    }

    void logAndPut(int to) throws InterruptedException {
      synchronized (log) {
        puts++;
        put(to);
      }
    }
  }
}
