package quickstart;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;

/** One reader forgot the lock that the field is declared to need. */
public class Thermostat {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final List<Double> readings = new ArrayList<>();

  public void record(double celsius) {
    synchronized (lock) {
      readings.add(celsius);
    }
  }

  public int count() {
    return readings.size(); // want UnguardedAccess "readings"
  }
}
