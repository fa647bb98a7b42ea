package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools with as many threads as they are made with. */
class PoolsOfOne {
  private final ThreadPoolExecutor own =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  private final ThreadPoolExecutor growing =
      new ThreadPoolExecutor(1, 8, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
  private final ScheduledThreadPoolExecutor timed = new ScheduledThreadPoolExecutor(1);
  private final ConcurrentMap<String, Integer> first = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> second = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> third = new ConcurrentHashMap<>();

  void add(String name) {
    own.execute(
        () -> {
          if (first.get(name) == null) {
            first.put(name, 1);
          }
        });
  }

  void later(String name) {
    timed.submit(
        () -> {
          Integer n = second.get(name);
          second.put(name, n == null ? 1 : n + 1);
        });
  }

  void grow(String name) {
    growing.execute(
        () -> {
          if (isNew(name)) {
            third.put(name, 1); // want UnguardedCheckThenAct "third"
          }
        });
  }

  private boolean isNew(String name) {
    return !third.containsKey(name);
  }
}
