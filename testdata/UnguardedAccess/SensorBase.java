package cases.unguardedaccess;

import java.util.LinkedList;
import java.util.List;
import java.util.function.Consumer;
import org.lockkeeper.annotations.GuardedBy;

/** Guards inherited from a superclass, and guards in generics, arrays, enums and interfaces. */
public class SensorBase<T> {
  protected final Object mutex = new Object();

  @GuardedBy("mutex")
  protected final List<T> samples = new LinkedList<>();

  @GuardedBy("this")
  protected int count;

  @GuardedBy("mutex")
  protected final long[] histogram = new long[8];

  @GuardedBy("mutex")
  private final int[][] grid = new int[2][2];

  static final Object GLOBAL = new Object();

  @GuardedBy("GLOBAL")
  static int sensors;

  @GuardedBy("SensorBase.GLOBAL")
  static final List<String> NAMES = new LinkedList<>();

  static {
    sensors = 1;
    NAMES.add("first");
  }

  {
    count = 1;
    histogram[0] = 7;
  }

  protected void onSample(T sample) {
    synchronized (mutex) {
      samples.add(sample);
      histogram[1]++;
      grid[0][1] = 3;
    }
    histogram[2]++; // want UnguardedAccess "histogram"
    grid[1][1]++; // want UnguardedAccess "grid"
  }

  static class Temperature extends SensorBase<Double> {
    @GuardedBy("mutex")
    private double last;

    @Override
    protected void onSample(Double sample) {
      super.onSample(sample);
      synchronized (mutex) {
        last = sample;
        samples.remove(0);
      }
      samples.clear(); // want UnguardedAccess "samples"
      last = 0; // want UnguardedAccess "last"
    }

    synchronized int counted() {
      return count;
    }

    int countedWrong() {
      return super.count; // want UnguardedAccess "count"
    }

    static void register(String name) {
      synchronized (GLOBAL) {
        sensors++;
        NAMES.add(name);
      }
      sensors--; // want UnguardedAccess "sensors"
      SensorBase.NAMES.remove(name); // want UnguardedAccess "NAMES"
    }
  }

  enum Level {
    LOW,
    HIGH {
      @Override
      synchronized int raise() {
        return ++uses;
      }
    };

    @GuardedBy("this")
    int uses;

    int raise() {
      return ++uses; // want UnguardedAccess "uses"
    }
  }

  interface Store {
    @GuardedBy("this")
    void flush();
  }

  void use(Store store) {
    store.flush(); // want UnguardedAccess "flush"
    synchronized (store) {
      store.flush();
    }
  }

  void each(Consumer<T> action) {
    synchronized (mutex) {
      for (T t : samples) {
        action.accept(t);
      }
      samples.forEach(action);
    }
    samples.forEach(action); // want UnguardedAccess "samples"
    for (T t : samples) { // want UnguardedAccess "samples"
      action.accept(t);
    }
  }

  T first() {
    T found = null;
    synchronized (mutex) {
      if (!samples.isEmpty()) {
        found = samples.get(0);
      }
    }
    return found;
  }

  static void reset(SensorBase<?> one, SensorBase<?> two) {
    synchronized (one.mutex) {
      one.samples.clear();
      two.samples.clear(); // want UnguardedAccess "samples"
    }
  }
}
