package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The number and the step to the next one are locked one by one: two callers get one number. */
public class CountedTickets {
  private final Lock lock = new ReentrantLock();
  private final Map<Integer, String> owners = new HashMap<>();
  private int next;

  public int current() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  public void advance() {
    lock.lock();
    try {
      next++;
    } finally {
      lock.unlock();
    }
  }

  public int draw() {
    int number = current();
    advance(); // want SplitCriticalSection "`next` may change after its read (line 33) and before its write"
    return number;
  }

  public int advanceAndGet() {
    advance();
    return current(); // want SplitCriticalSection "`next` may change after its write (line 39) and before its read"
  }

  public int drawInSections() {
    int number;
    synchronized (owners) {
      number = owners.size();
    }
    lock.lock();
    int drawn = next;
    lock.unlock();
    lock.lock();
    next += 1; // want SplitCriticalSection "next"
    lock.unlock();
    return number > 0 ? drawn : drawn;
  }

  public int drawRight() {
    lock.lock();
    try {
      int number = current();
      advance();
      return number;
    } finally {
      lock.unlock();
    }
  }

  public void announce() {
    System.out.println("before: " + current());
    advance();
  }

  /** How far the counting was when it was reset says nothing of the next one. */
  public int restart() {
    int last = current();
    lock.lock();
    next = 0;
    lock.unlock();
    return last;
  }
}
