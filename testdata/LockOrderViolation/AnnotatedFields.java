package cases.lockorderviolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The order is declared on the locks, with annotations known by their simple names. */
public class AnnotatedFields {

  @Target(ElementType.FIELD)
  @interface AcquiredAfter {
    String[] value();
  }

  @Target(ElementType.FIELD)
  @interface AcquiredBefore {
    String[] value();
  }

  static class Printer {
    private final Lock paper = new ReentrantLock();

    @AcquiredAfter("paper")
    private final Lock ink = new ReentrantLock();

    private int pages;

    void print() {
      ink.lock();
      try {
        paper.lock(); // want LockOrderViolation "paper"
        try {
          pages++;
        } finally {
          paper.unlock();
        }
      } finally {
        ink.unlock();
      }
    }

    void refill() {
      paper.lock();
      try {
        ink.lock();
        try {
          pages = 0;
        } finally {
          ink.unlock();
        }
      } finally {
        paper.unlock();
      }
    }
  }

  static class Scanner {
    @AcquiredBefore("glass")
    private final Object lid = new Object();

    private final Object glass = new Object();
    private int scans;

    void scan() {
      synchronized (glass) {
        synchronized (lid) { // want LockOrderViolation "lid"
          scans++;
        }
      }
    }
  }

  static class Fax {
    @AcquiredBefore("line")
    private final Object tray = new Object();

    private final Object line = new Object();
    private int sent;

    void send() {
      synchronized (tray) {
        synchronized (line) {
          sent++;
        }
      }
    }
  }
}
