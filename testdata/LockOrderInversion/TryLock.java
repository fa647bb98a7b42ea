package cases.lockorderinversion;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Who does not wait for the inner lock, cannot be part of a deadlock. */
public class TryLock {

  static class Backoff {
    private final Lock source = new ReentrantLock();
    private final Lock target = new ReentrantLock();
    private int moved;

    boolean push() {
      source.lock();
      try {
        if (!target.tryLock()) {
          return false;
        }
        try {
          moved++;
          return true;
        } finally {
          target.unlock();
        }
      } finally {
        source.unlock();
      }
    }

    void pull() {
      target.lock();
      try {
        source.lock();
        try {
          moved--;
        } finally {
          source.unlock();
        }
      } finally {
        target.unlock();
      }
    }
  }

  static class Timed {
    private final Lock head = new ReentrantLock();
    private final Lock tail = new ReentrantLock();
    private int rotated;

    boolean forth() throws InterruptedException {
      head.lock();
      try {
        if (tail.tryLock(50, TimeUnit.MILLISECONDS)) {
          try {
            rotated++;
            return true;
          } finally {
            tail.unlock();
          }
        }
        return false;
      } finally {
        head.unlock();
      }
    }

    void back() {
      tail.lock();
      try {
        head.lock();
        try {
          rotated--;
        } finally {
          head.unlock();
        }
      } finally {
        tail.unlock();
      }
    }
  }

  /** Two accounts: neither order matters as nobody waits while holding. */
  static class Account {
    private final Lock lock = new ReentrantLock();
    private long balance;

    boolean transferTo(Account other, long amount) {
      if (lock.tryLock()) {
        try {
          if (other.lock.tryLock()) {
            try {
              balance -= amount;
              other.balance += amount;
              return true;
            } finally {
              other.lock.unlock();
            }
          }
        } finally {
          lock.unlock();
        }
      }
      return false;
    }
  }

  /** Trying the outer lock helps nobody: once held, it is held while waiting for the inner one. */
  static class TriedOuter {
    private final Lock left = new ReentrantLock();
    private final Lock right = new ReentrantLock();
    private int steps;

    boolean leftFirst() {
      if (!left.tryLock()) {
        return false;
      }
      try {
        right.lock(); // want LockOrderInversion "right"
        try {
          steps++;
          return true;
        } finally {
          right.unlock();
        }
      } finally {
        left.unlock();
      }
    }

    void rightFirst() {
      right.lock();
      try {
        left.lock();
        try {
          steps--;
        } finally {
          left.unlock();
        }
      } finally {
        right.unlock();
      }
    }
  }
}
