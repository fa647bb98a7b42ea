package cases.unguardedcheckthenact;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Orders of two threads that lose in other ways than by doing the same twice. */
public class Orders {
  private volatile Set<String> meters = Set.of();
  private volatile CountDownLatch gauges = new CountDownLatch(1);
  private final List<String> filters = new CopyOnWriteArrayList<>();
  private volatile Future<?> ticks;

  /** The test is on what the object answers. */
  public void changed(Set<String> now) {
    if (!meters.equals(now)) {
      meters = now; // want UnguardedCheckThenAct "meters"
      System.out.println(now);
    }
  }

  public void again() {
    if (gauges.getCount() == 0) {
      gauges = new CountDownLatch(1); // want UnguardedCheckThenAct "gauges"
      System.out.println("again");
    }
  }

  public void add(String filter) {
    filters.add(filter);
  }

  /** What is added in between goes with the rest. */
  public void reset() {
    if (filters.size() > 10) {
      filters.clear(); // want UnguardedCheckThenAct "filters"
    }
  }

  public void start(ExecutorService pool) {
    ticks = pool.submit(() -> System.out.println("tick"));
  }

  public void stop() {
    if (ticks != null) {
      ticks.cancel(true);
      ticks = null; // want UnguardedCheckThenAct "ticks"
    }
  }
}
