package cases.uncheckedcheckthenact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Tests that only save the call of a helper, which finds out for itself. */
public class HelpersLookAgain {
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean shuttingDown = new AtomicBoolean();
  private final ConcurrentMap<String, Deque<String>> idle = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock registration = new ReentrantReadWriteLock();

  public void start() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    shuttingDown.set(false);
  }

  /** One thread wins the step from running to stopped, whoever asked before. */
  public void stop() {
    if (!running.compareAndSet(true, false)) {
      return;
    }
    shuttingDown.set(true);
  }

  public void onFailure(Exception failure) {
    if (!shuttingDown.get()) {
      report(failure);
      stop();
    }
  }

  public void retire() {
    shuttingDown.set(true);
  }

  public void onTimeout(Exception failure) {
    if (!shuttingDown.get()) {
      report(failure);
      retire(); // want UnguardedCheckThenAct "shuttingDown"
    }
  }

  private void next(int left) {
    if (left > 0) {
      next(left - 1);
    }
    shuttingDown.set(true);
  }

  public void count(int steps) {
    if (!shuttingDown.get()) {
      next(steps); // want UnguardedCheckThenAct "shuttingDown"
    }
  }

  /** Makes the entry when it has gone meanwhile. */
  private Deque<String> register(String key) {
    Lock lock = registration.writeLock();
    lock.lock();
    try {
      idle.computeIfAbsent(key, k -> new ArrayDeque<>());
      return idle.get(key);
    } finally {
      lock.unlock();
    }
  }

  public void clear(String key) {
    if (!idle.containsKey(key)) {
      return;
    }
    Deque<String> all = register(key);
    report(all);
  }

  /** Says what there is, and knows that there may be nothing. */
  private int size(String key) {
    Deque<String> all = idle.get(key);
    return all == null ? 0 : 1;
  }

  public int sizeOf(String key) {
    return idle.containsKey(key) ? size(key) : -1;
  }

  private String first(String key) {
    return idle.get(key).peekFirst();
  }

  public String show(String key) {
    return idle.containsKey(key) ? first(key) : ""; // want UnguardedCheckThenAct "idle"
  }

  public void forget(String key) {
    idle.remove(key);
  }

  private void report(Object what) {}
}
