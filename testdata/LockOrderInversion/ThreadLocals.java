package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A lock of a thread's own is no lock that another thread could wait for, or be kept out by. */
public class ThreadLocals {
  private final ThreadLocal<Lock> own = ThreadLocal.withInitial(ReentrantLock::new);
  private final Lock shared = new ReentrantLock();
  private final Object log = new Object();

  @GuardedBy("shared")
  private int count;

  private int lines;

  void ownFirst() {
    own.get().lock();
    try {
      synchronized (log) {
        lines++;
      }
    } finally {
      own.get().unlock();
    }
  }

  void logFirst() {
    synchronized (log) {
      own.get().lock();
      try {
        lines++;
      } finally {
        own.get().unlock();
      }
    }
  }

  void sharedFirst() {
    shared.lock();
    try {
      synchronized (log) { // want LockOrderInversion "log"
        lines++;
      }
    } finally {
      shared.unlock();
    }
  }

  void sharedLast() {
    synchronized (log) {
      shared.lock();
      try {
        lines++;
      } finally {
        shared.unlock();
      }
    }
  }

  void count() {
    own.get().lock();
    try {
      count++; // want UnguardedAccess "count"
    } finally {
      own.get().unlock();
    }
  }
}
