package cases.lockorderinversion.keyedlocks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One lock for each account. */
class Vault {
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();
  private final Map<String, Object> monitors = new ConcurrentHashMap<>();
  private final Map<String, Integer> sums = new ConcurrentHashMap<>();

  void open(String name) {
    locks.put(name, new ReentrantLock());
  }

  private Object monitorOf(String name) {
    return monitors.computeIfAbsent(name, k -> new Object());
  }

  void direct(String from, String to) {
    synchronized (monitors.computeIfAbsent(from, k -> new Object())) {
      synchronized (monitors.computeIfAbsent(to, k -> new Object())) { // want LockOrderInversion "`monitors[from]` and `monitors[to]`"
        sums.merge(from, -1, Integer::sum);
        sums.merge(to, 1, Integer::sum);
      }
    }
  }

  void throughHelper(String from, String to) {
    synchronized (monitorOf(from)) {
      synchronized (monitorOf(to)) { // want LockOrderInversion "`monitors[from]` and `monitors[to]`"
        sums.merge(from, -2, Integer::sum);
        sums.merge(to, 2, Integer::sum);
      }
    }
  }

  void inLocals(String from, String to) {
    Lock first = locks.get(from);
    Lock second = locks.get(to);
    first.lock();
    try {
      second.lock(); // want LockOrderInversion "`locks[from]` and `locks[to]`"
      try {
        sums.merge(from, -3, Integer::sum);
        sums.merge(to, 3, Integer::sum);
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  void sorted(String from, String to) {
    String low = from.compareTo(to) < 0 ? from : to;
    String high = low.equals(from) ? to : from;
    synchronized (monitorOf(low)) {
      synchronized (monitorOf(high)) {
        sums.merge(from, -4, Integer::sum);
        sums.merge(to, 4, Integer::sum);
      }
    }
  }

  void compared(String from, String to) {
    if (from.compareTo(to) < 0) {
      synchronized (monitorOf(from)) {
        synchronized (monitorOf(to)) {
          sums.merge(to, 5, Integer::sum);
        }
      }
    } else {
      synchronized (monitorOf(to)) {
        synchronized (monitorOf(from)) {
          sums.merge(to, 5, Integer::sum);
        }
      }
    }
  }

  void oneAfterTheOther(String from, String to) {
    synchronized (monitorOf(from)) {
      sums.merge(from, -6, Integer::sum);
    }
    synchronized (monitorOf(to)) {
      sums.merge(to, 6, Integer::sum);
    }
  }

  void same(String name) {
    synchronized (monitorOf(name)) {
      synchronized (monitorOf(name)) {
        sums.merge(name, 7, Integer::sum);
      }
    }
  }
}

/** A lock by key, and one for all. */
class Pages {
  private final Map<Integer, ReadWriteLock> locks = new HashMap<>();
  private final Object journal = new Object();
  private final List<String> lines = new ArrayList<>();

  private synchronized ReadWriteLock lockOf(int page) {
    return locks.computeIfAbsent(page, k -> new ReentrantReadWriteLock());
  }

  void flush(int page) {
    synchronized (journal) {
      lockOf(page).readLock().lock(); // want LockOrderInversion "`journal` before `locks[page]"
      try {
        lines.clear();
      } finally {
        lockOf(page).readLock().unlock();
      }
    }
  }

  void write(int page, String line) {
    lockOf(page).writeLock().lock();
    try {
      synchronized (journal) {
        lines.add(page + line);
      }
    } finally {
      lockOf(page).writeLock().unlock();
    }
  }
}

/** The same two stripes, by position in an array. */
class Rows {
  private final Object[] stripes = {new Object(), new Object(), new Object()};
  private final List<Object> listed = List.of(new Object(), new Object());
  private final AtomicInteger moves = new AtomicInteger();

  void compared(int from, int to) {
    if (from < to) {
      synchronized (stripes[from]) {
        synchronized (stripes[to]) {
          moves.incrementAndGet();
        }
      }
    } else {
      synchronized (stripes[to]) {
        synchronized (stripes[from]) {
          moves.incrementAndGet();
        }
      }
    }
  }

  void inList(int from, int to) {
    synchronized (listed.get(from)) {
      synchronized (listed.get(to)) { // want LockOrderInversion "`listed[from]` and `listed[to]`"
        moves.incrementAndGet();
      }
    }
  }
}
