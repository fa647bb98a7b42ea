package cases.splitcriticalsection;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What messages say of fields and elements that helpers read and write. */
class Phrases {
  private final Lock lock = new ReentrantLock();
  private final int[] owners = new int[100];
  private int next;

  private int next() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void advance() {
    lock.lock();
    try {
      next++;
    } finally {
      lock.unlock();
    }
  }

  int draw() {
    int number = next();
    advance(); // want SplitCriticalSection "next"
    return number;
  }

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

  int bookFirst(int owner) {
    for (int i = 0; i < owners.length; i++) {
      if (isFree(i)) {
        take(i, owner); // want SplitCriticalSection "owners[...]"
        return i;
      }
    }
    return -1;
  }
}
