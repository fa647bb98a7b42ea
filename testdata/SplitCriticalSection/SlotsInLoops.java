package cases.splitcriticalsection;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Slots that are looked for in a loop, and taken by a helper that is told more than which. */
public class SlotsInLoops {
  static class Seats {
    private final ReentrantLock lock = new ReentrantLock();
    private final int[] owners = new int[100];

    private boolean isFree(int seat) {
      lock.lock();
      try {
        return owners[seat] == 0;
      } finally {
        lock.unlock();
      }
    }

    private void take(int seat, int owner) {
      lock.lock();
      try {
        owners[seat] = owner;
      } finally {
        lock.unlock();
      }
    }

    boolean book(int seat, int owner) {
      if (isFree(seat)) {
        take(seat, owner); // want SplitCriticalSection "owners[seat]"
        return true;
      }
      return false;
    }

    int bookFirst(int owner) {
      for (int i = 0; i < owners.length; i++) {
        if (isFree(i)) {
          take(i, owner); // want SplitCriticalSection "owners["
          return i;
        }
      }
      return -1;
    }

    int bookFirstRight(int owner) {
      lock.lock();
      try {
        for (int i = 0; i < owners.length; i++) {
          if (isFree(i)) {
            take(i, owner);
            return i;
          }
        }
      } finally {
        lock.unlock();
      }
      return -1;
    }

    /** Another seat than the one that was asked about. */
    void mirror(int seat, int other, int owner) {
      if (!isFree(seat)) {
        take(other, owner);
      }
    }
  }

  static class Cabin {
    private boolean taken;

    private synchronized boolean isFree() {
      return !taken;
    }

    private synchronized void take() {
      taken = true;
    }

    synchronized void leave() {
      taken = false;
    }

    static Cabin first(List<Cabin> cabins) {
      for (Cabin cabin : cabins) {
        if (cabin.isFree()) {
          cabin.take(); // want SplitCriticalSection "cabin.taken"
          return cabin;
        }
      }
      return null;
    }

    /** All come to the same: the ride is over. */
    void ride() {
      while (!isFree()) {
        Thread.onSpinWait();
        leave();
      }
    }
  }
}
