package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Decisions made in one critical section and carried out in the next. */
public class Reservations {
  private final Map<String, Integer> seats = new HashMap<>();
  private final List<String> waiting = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> jobs = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private int left;
  private int balance;
  private String current;

  synchronized int free(String row) {
    return seats.getOrDefault(row, 0);
  }

  synchronized void take(String row, int n) {
    seats.put(row, seats.getOrDefault(row, 0) - n);
  }

  /** Two synchronized methods of the same object. */
  boolean reserve(String row, int n) {
    if (free(row) >= n) {
      take(row, n); // want SplitCriticalSection "seats"
      return true;
    }
    return false;
  }

  boolean twoBlocks(int n) {
    boolean enough;
    synchronized (this) {
      enough = left >= n;
    }
    if (enough) {
      synchronized (this) {
        left -= n; // want SplitCriticalSection "left"
      }
    }
    return enough;
  }

  void computed(int by) {
    int now;
    lock.lock();
    try {
      now = balance;
    } finally {
      lock.unlock();
    }
    int next = now + by;
    lock.lock();
    try {
      balance = next; // want SplitCriticalSection "balance"
    } finally {
      lock.unlock();
    }
  }

  void upgrade(String v) {
    boolean missing;
    rw.readLock().lock();
    try {
      missing = current == null;
    } finally {
      rw.readLock().unlock();
    }
    if (missing) {
      rw.writeLock().lock();
      try {
        current = v; // want SplitCriticalSection "current"
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  void unlockInBetween() {
    lock.lock();
    if (jobs.isEmpty()) {
      lock.unlock();
      String made = "job" + System.nanoTime();
      lock.lock();
      jobs.add(made); // want SplitCriticalSection "jobs"
    }
    lock.unlock();
  }

  void stateBeforeWait() throws InterruptedException {
    lock.lock();
    try {
      boolean empty = jobs.isEmpty();
      free.await();
      if (!empty) {
        jobs.remove(); // want SplitCriticalSection "jobs"
      }
    } finally {
      lock.unlock();
    }
  }

  // fine

  void upgradeRetested(String v) {
    rw.readLock().lock();
    try {
      if (current != null) {
        return;
      }
    } finally {
      rw.readLock().unlock();
    }
    rw.writeLock().lock();
    try {
      if (current == null) {
        current = v;
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  boolean oneBlock(int n) {
    synchronized (this) {
      if (left >= n) {
        left -= n;
        return true;
      }
      return false;
    }
  }

  boolean retested(int n) {
    boolean enough;
    synchronized (this) {
      enough = left >= n;
    }
    if (!enough) {
      return false;
    }
    synchronized (this) {
      if (left < n) {
        return false;
      }
      left -= n;
      return true;
    }
  }

  String waitsInLoop() throws InterruptedException {
    lock.lock();
    try {
      while (jobs.isEmpty()) {
        free.await();
      }
      return jobs.remove();
    } finally {
      lock.unlock();
    }
  }

  void optimistic(int by) {
    while (true) {
      int seen;
      synchronized (this) {
        seen = left;
      }
      int next = seen + by;
      synchronized (this) {
        if (left == seen) {
          left = next;
          return;
        }
      }
    }
  }

  void independent(int n) {
    synchronized (this) {
      left++;
    }
    System.out.println(n);
    synchronized (this) {
      left--;
    }
  }

  void readsForLog() {
    int seen;
    synchronized (this) {
      seen = left;
    }
    System.out.println("left " + seen);
    synchronized (this) {
      left = 0;
    }
  }

  int snapshot() {
    int a;
    synchronized (this) {
      a = left;
    }
    int b;
    lock.lock();
    try {
      b = balance;
    } finally {
      lock.unlock();
    }
    return a + b;
  }

  synchronized boolean underOuter(String row) {
    if (free(row) > 0) {
      take(row, 1);
      return true;
    }
    return false;
  }

  void enlist(String name) {
    synchronized (waiting) {
      if (!waiting.contains(name)) {
        waiting.add(name);
      }
    }
  }
}
