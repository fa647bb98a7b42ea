package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks of one base class, in objects that cannot stand for each other. */
public class UnlikeArguments {
  abstract static class Window {
    final Lock allocation = new ReentrantLock();
    int size;
  }

  static class Stream extends Window {
    /** Any window can be the other one, also a stream. */
    void borrow(Window from, int n) {
      allocation.lock();
      try {
        from.allocation.lock(); // want LockOrderInversion "allocation"
        try {
          from.size -= n;
          size += n;
        } finally {
          from.allocation.unlock();
        }
      } finally {
        allocation.unlock();
      }
    }
  }

  static class Connection extends Window {
    /** No stream is a connection: nobody swaps them. */
    void reserve(Stream stream, int n) {
      stream.allocation.lock();
      try {
        allocation.lock();
        try {
          size -= n;
          stream.size += n;
        } finally {
          allocation.unlock();
        }
      } finally {
        stream.allocation.unlock();
      }
    }

    /** Two connections can be swapped. */
    void join(Connection other) {
      allocation.lock();
      try {
        other.allocation.lock(); // want LockOrderInversion "allocation"
        try {
          size += other.size;
        } finally {
          other.allocation.unlock();
        }
      } finally {
        allocation.unlock();
      }
    }
  }
}
