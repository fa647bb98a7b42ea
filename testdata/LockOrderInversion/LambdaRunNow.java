package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lambdas that run at once keep the locks of the code around them. */
public class LambdaRunNow {
  private final Object index = new Object();
  private final Object text = new Object();
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  public void addAll(List<String> added) {
    synchronized (index) {
      added.forEach(
          line -> {
            synchronized (text) { // want LockOrderInversion "text"
              lines.add(line);
            }
            places.computeIfAbsent(line, k -> new ArrayList<>()).add(line.length());
          });
    }
  }

  public int count() {
    synchronized (text) {
      synchronized (index) {
        return lines.size() + places.size();
      }
    }
  }

  /** The team's own "with lock" helper. */
  static class Locked {
    private final Lock config = new ReentrantLock();
    private final Lock cache = new ReentrantLock();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> resolved = new HashMap<>();

    private static <T> T with(Lock lock, Supplier<T> action) {
      lock.lock();
      try {
        return action.get();
      } finally {
        lock.unlock();
      }
    }

    String resolve(String key) {
      return with(cache, () -> lookUp(key)); // want LockOrderInversion "config"
    }

    private String lookUp(String key) {
      return with(config, () -> settings.get(key) + resolved.get(key));
    }

    void set(String key, String value) {
      config.lock();
      try {
        settings.put(key, value);
        cache.lock();
        try {
          resolved.clear();
        } finally {
          cache.unlock();
        }
      } finally {
        config.unlock();
      }
    }
  }
}
