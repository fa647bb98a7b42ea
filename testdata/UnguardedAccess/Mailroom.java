package cases.unguardedaccess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.GuardedBy;

/** A condition stands for the lock that made it. */
class Mailroom {
  private final Lock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  @GuardedBy("arrived")
  private final Deque<String> letters = new ArrayDeque<>();

  void put(String letter) {
    lock.lock();
    try {
      letters.add(letter);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  String take() throws InterruptedException {
    lock.lock();
    try {
      while (letters.isEmpty()) {
        arrived.await();
      }
      return letters.remove();
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    return letters.size(); // want UnguardedAccess "letters"
  }

  void clear() {
    synchronized (arrived) {
      letters.clear(); // want UnguardedAccess "letters"
    }
  }
}
