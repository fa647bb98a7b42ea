package cases.lockorderinversion;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** An inner object is handed the object around it, and so knows it by two names. */
public class HandedOuter {

  static class Manager {
    private final Object sockets = new Object();
    private final Reconnector reconnector = new Reconnector(this);
    private int connected;

    private class Reconnector {
      private final Manager owner;

      Reconnector(Manager owner) {
        this.owner = owner;
      }

      void reconnect() {
        synchronized (owner) {
          synchronized (sockets) {
            count();
          }
        }
      }
    }

    synchronized void count() {
      connected++;
    }

    void start() {
      reconnector.reconnect();
    }
  }

  /** Handed another one: the second acquisition is a new one. */
  static class Pair {
    private final Object sockets = new Object();
    private int connected;

    private class Link {
      private final Pair peer;

      Link(Pair peer) {
        this.peer = peer;
      }

      void join() {
        synchronized (peer) {
          synchronized (sockets) { // want LockOrderInversion "sockets"
            count();
          }
        }
      }
    }

    Link with(Pair peer) {
      return new Link(peer);
    }

    synchronized void count() {
      connected++;
    }
  }

  /** A part that is handed the lock of its maker, and another that has one of its own. */
  static class Signal {
    private final Lock lock;
    private final Condition changed;

    Signal() {
      lock = new ReentrantLock();
      changed = lock.newCondition();
    }

    Signal(Lock lock) {
      this.lock = lock;
      changed = lock.newCondition();
    }

    void all() {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    int read(IntSupplier value) {
      lock.lock();
      try {
        return value.getAsInt();
      } finally {
        lock.unlock();
      }
    }
  }

  static class Promise {
    private final Lock lock = new ReentrantLock();
    private final Signal signal = new Signal(lock);
    private int result;

    void set(int value) {
      lock.lock();
      try {
        result = value;
        signal.all();
      } finally {
        lock.unlock();
      }
    }

    int get() {
      return signal.read(this::result);
    }

    private int result() {
      lock.lock();
      try {
        return result;
      } finally {
        lock.unlock();
      }
    }
  }

  static class LoosePromise {
    private final Lock lock = new ReentrantLock();
    private final Signal signal = new Signal();
    private int result;

    void set(int value) {
      lock.lock();
      try {
        result = value;
        signal.all(); // want LockOrderInversion "signal.lock"
      } finally {
        lock.unlock();
      }
    }

    int get() {
      return signal.read(this::result);
    }

    private int result() {
      lock.lock();
      try {
        return result;
      } finally {
        lock.unlock();
      }
    }
  }
}
