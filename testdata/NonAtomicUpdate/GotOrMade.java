package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Steps on a value that a shared map had, or that was made because it had none. */
class GotOrMade {
  private final Map<String, int[]> hours = new ConcurrentHashMap<>();
  private final Map<String, Visits> visits = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Mean> means = new ConcurrentHashMap<>();
  private final Map<String, List<String>> notes = new ConcurrentHashMap<>();

  void hour(String name, int hour) {
    int[] counts = hours.get(name);
    if (counts == null) {
      int[] fresh = new int[24];
      counts = hours.putIfAbsent(name, fresh);
      if (counts == null) {
        counts = fresh;
      }
    }
    counts[hour]++; // want NonAtomicUpdate "hours"
  }

  void hourRight(String name, int hour) {
    hours.compute(
        name,
        (key, known) -> {
          int[] counts = known == null ? new int[24] : known;
          counts[hour]++;
          return counts;
        });
  }

  void visit(String name) {
    Visits known = visits.get(name);
    if (known == null) {
      known = new Visits();
      visits.put(name, known); // want UnguardedCheckThenAct "visits"
    }
    known.count += 1; // want NonAtomicUpdate "visits"
  }

  void visitByMethod(String name) {
    Visits fresh = new Visits();
    Visits known = visits.putIfAbsent(name, fresh);
    if (known == null) {
      known = fresh;
    }
    known.add(); // want NonAtomicUpdate "visits"
  }

  /** Neither comes out of a map. */
  int alone(boolean large) {
    int[] counts = large ? new int[1024] : new int[16];
    counts[0]++;
    Guests own = large ? new Guests() : new Guests(8);
    own.count++;
    return counts[0] + own.count;
  }

  void measure(String name, double value) {
    means.computeIfAbsent(name, key -> new Mean()).add(value); // want NonAtomicUpdate "means"
  }

  void measureRight(String name, double value) {
    means.compute(
        name,
        (key, known) -> {
          Mean mean = known == null ? new Mean() : known;
          mean.add(value);
          return mean;
        });
  }

  double mean(String name) {
    Mean mean = means.get(name);
    return mean == null ? 0 : mean.value();
  }

  /** That others put a safe list there helps only those who find it. */
  void note(String name, String text) {
    List<String> known = notes.get(name);
    if (known == null) {
      known = new ArrayList<>();
      notes.put(name, known); // want UnguardedCheckThenAct "notes"
    }
    known.add(text); // want NonAtomicUpdate "notes"
  }

  void noteRight(String name, String text) {
    notes.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(text);
  }

  /** All who count guests hold the monitor of what they count them in. */
  static class UnderMonitor {
    private final Map<String, Guests> guests = new ConcurrentHashMap<>();

    void visit(String name) {
      Guests fresh = new Guests();
      Guests known = guests.putIfAbsent(name, fresh);
      if (known == null) {
        known = fresh;
      }
      synchronized (known) {
        known.count += 1;
      }
    }
  }

  static class Guests {
    private int count;

    Guests() {}

    Guests(int count) {
      this.count = count;
    }
  }

  static class Visits {
    private int count;

    void add() {
      count++;
    }
  }

  static class Mean {
    private long count;
    private double value;

    void add(double next) {
      count++;
      value += (next - value) / count;
    }

    double value() {
      return value;
    }
  }
}
