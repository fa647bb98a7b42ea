package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Helpers that take a lock around a function, one on top of the other. */
public class LockHelpers {

  /** What may fail. */
  interface Step<V, E extends Exception> {
    V take() throws E;
  }

  static void withLock(Lock lock, Runnable action) {
    withLock(
        lock,
        () -> {
          action.run();
          return null;
        });
  }

  static <V> V withLock(Lock lock, Supplier<V> supplier) {
    return checked(lock, supplier::get);
  }

  static <V, E extends Exception> V checked(Lock lock, Step<V, E> step) throws E {
    lock.lock();
    try {
      return step.take();
    } finally {
      lock.unlock();
    }
  }

  /** Runs the action when the lock is free again. */
  static void afterLock(Lock lock, Runnable action) {
    lock.lock();
    lock.unlock();
    afterAll(() -> action.run());
  }

  static void afterAll(Runnable action) {
    action.run();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final ConcurrentMap<String, List<String>> names = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
  private volatile List<String> recent;

  public void size(String name) {
    withLock(
        lock,
        () -> {
          if (!sizes.containsKey(name)) {
            sizes.put(name, name.length());
          }
        });
  }

  public int drop(String name) {
    return withLock(
        lock,
        () -> {
          int size = sizes.size();
          sizes.remove(name);
          return size;
        });
  }

  public boolean started() {
    return withLock(
        lock,
        () -> {
          if (recent == null) {
            recent = new ArrayList<>();
            return true;
          }
          return false;
        });
  }

  public void renew() {
    checked(
        lock,
        () -> {
          if (recent != null) {
            recent = new ArrayList<>(recent);
          }
          return null;
        });
  }

  public void tooLate(String name) {
    afterLock(
        lock,
        () -> {
          if (!names.containsKey(name)) {
            names.put(name, new ArrayList<>()); // want UnguardedCheckThenAct "names"
          }
        });
  }

  public void otherLock(String name) {
    withLock(
        other,
        () -> {
          if (sizes.containsKey(name)) {
            sizes.put(name, 0); // want UnguardedCheckThenAct "sizes"
          }
        });
  }

  /** Nobody else gets at the entry while it is computed. */
  public void failed(String host) {
    tries.compute(
        host,
        (name, left) -> {
          if (left == null || left.get() <= 1) {
            return null;
          }
          left.decrementAndGet();
          return left;
        });
  }

  public void failedOutside(String host) {
    AtomicInteger left = tries.computeIfAbsent(host, name -> new AtomicInteger(3));
    if (left.get() > 0) {
      left.decrementAndGet(); // want UnguardedCheckThenAct "left"
    }
  }
}
