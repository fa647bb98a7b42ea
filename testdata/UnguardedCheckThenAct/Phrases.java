package cases.unguardedcheckthenact;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** What messages say: answers that a variable keeps, what a step changes, keys, lambdas. */
class Phrases {
  record Slot(int day, int hour) {}

  private final Map<String, String> images = new ConcurrentHashMap<>();
  private final Map<Slot, String> booked = new ConcurrentHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Object lock = new Object();
  private final Executor pool;

  Phrases(Executor pool) {
    this.pool = pool;
  }

  void kept(String name) {
    boolean missing = !images.containsKey(name);
    String key = name;
    if (missing) {
      images.put(key, key); // want UnguardedCheckThenAct "images"
    }
  }

  void renew(String name) {
    if (images.get(name) != null) {
      images.put(name, name); // want UnguardedCheckThenAct "images"
    }
  }

  void book(int day, int hour, String who) {
    if (!booked.containsKey(new Slot(day, hour))) {
      booked.put(new Slot(day, hour), who); // want UnguardedCheckThenAct "booked"
    }
  }

  void measure(String name, int size) {
    pool.execute(
        () -> {
          synchronized (lock) {
            sizes.put(name, size);
          }
        });
  }

  void measureOnce(String name, int size) {
    if (!sizes.containsKey(name)) {
      sizes.put(name, size); // want UnguardedCheckThenAct "sizes"
    }
  }
}
