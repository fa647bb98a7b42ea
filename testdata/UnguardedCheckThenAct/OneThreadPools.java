package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A pool of one thread runs one task after the other, whatever it is made by. */
class OneThreadPools {
  private final ExecutorService fixed = Executors.newFixedThreadPool(1, r -> new Thread(r, "one"));
  private final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
  private final ConcurrentMap<String, Integer> first = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> second = new ConcurrentHashMap<>();

  void count(String name) {
    fixed.execute(() -> first.put(name, first.containsKey(name) ? first.get(name) + 1 : 1));
  }

  void once(String name) {
    scheduled.schedule(
        () -> {
          if (!second.containsKey(name)) {
            second.put(name, 1);
          }
        },
        1,
        TimeUnit.SECONDS);
  }

  void forget(String name) {
    scheduled.execute(
        () -> {
          if (second.containsKey(name)) {
            second.put(name, second.get(name) - 1);
          }
        });
  }
}

/** Several threads, or nobody knows how many. */
class LargerPools {
  private final ExecutorService two = Executors.newFixedThreadPool(2);
  private final ExecutorService any;
  private final ConcurrentMap<String, Integer> first = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> second = new ConcurrentHashMap<>();

  LargerPools(int threads) {
    any = Executors.newFixedThreadPool(threads);
  }

  void once(String name) {
    two.execute(
        () -> {
          if (!first.containsKey(name)) {
            first.put(name, 1); // want UnguardedCheckThenAct "first"
          }
        });
  }

  void other(String name) {
    any.execute(
        () -> {
          if (!second.containsKey(name)) {
            second.put(name, 1); // want UnguardedCheckThenAct "second"
          }
        });
  }
}
