package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Static state of helpers that several tasks lead to. */
class StaticsOfTasks {
  static final class Registry {
    private static final Map<String, Object> known = new HashMap<>();
    private static Registry instance;
    private static int calls;
    private static int lockedCalls;

    static Registry instance() {
      if (instance == null) {
        instance = new Registry(); // want UnguardedCheckThenAct "instance"
      }
      return instance;
    }

    static Object find(String name) {
      calls++; // want NonAtomicUpdate "calls"
      Object found = known.get(name);
      if (found == null) {
        found = new Object();
        known.put(name, found); // want UnguardedCheckThenAct "known"
      }
      return found;
    }

    static void count() {
      lockedCalls++;
    }
  }

  static final class Launcher {
    private static int launches;

    static void launched() {
      launches++;
    }
  }

  static final class Job implements Runnable {
    @Override
    public void run() {
      Registry.instance();
      Registry.find("job");
      synchronized (Registry.class) {
        Registry.count();
      }
    }
  }

  static void runTwice(ExecutorService pool) {
    Launcher.launched();
    pool.execute(new Job());
    pool.execute(new Job());
  }

  private static long sum;

  static CompletableFuture<Void> add(int n) {
    return CompletableFuture.runAsync(() -> sum += n); // want NonAtomicUpdate "sum"
  }

  static int invokeAll(ExecutorService pool) throws InterruptedException {
    int[] count = {0};
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tasks.add(() -> count[0]++); // want NonAtomicUpdate "is not atomic"
    }
    pool.invokeAll(tasks);
    return count[0];
  }

  static void collect(ExecutorService pool, String name) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pool.execute(
          () -> {
            if (!names.contains(name)) {
              names.add(name); // want UnguardedCheckThenAct "may change between contains"
            }
          });
    }
  }

  /** A list for each. */
  static void collectApart(ExecutorService pool, String name) {
    for (int i = 0; i < 10; i++) {
      List<String> names = new ArrayList<>();
      pool.execute(
          () -> {
            if (!names.contains(name)) {
              names.add(name);
            }
          });
    }
  }
}
