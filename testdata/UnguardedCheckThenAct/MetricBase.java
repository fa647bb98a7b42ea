package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The map is the superclass's, the outer class's, an argument's, a getter's. */
public abstract class MetricBase {
  protected final ConcurrentMap<String, Meter> meters = new ConcurrentHashMap<>();

  protected ConcurrentMap<String, Meter> meters() {
    return meters;
  }

  /** Inherits the field. */
  public static class Tagged extends MetricBase {
    public Meter meter(String name) {
      Meter m = meters.get(name);
      if (m == null) {
        m = new Meter();
        meters.put(name, m); // want UnguardedCheckThenAct "meters"
      }
      return m;
    }

    public void viaGetter(String name) {
      if (!meters().containsKey(name)) {
        meters().put(name, new Meter()); // want UnguardedCheckThenAct "meters"
      }
    }

    public void viaLocal(String name) {
      ConcurrentMap<String, Meter> local = this.meters;
      if (!local.containsKey(name)) {
        local.put(name, new Meter()); // want UnguardedCheckThenAct "meters"
      }
    }
  }

  /** Uses the outer instance's map. */
  public class Scope {
    private final String prefix;

    Scope(String prefix) {
      this.prefix = prefix;
    }

    public void register() {
      if (!meters.containsKey(prefix)) {
        meters.put(prefix, new Meter()); // want UnguardedCheckThenAct "meters"
      }
    }
  }

  public static void copyTo(MetricBase target, String name) {
    if (target.meters.get(name) == null) {
      target.meters.put(name, new Meter()); // want UnguardedCheckThenAct "meters"
    }
  }

  /** Counts. */
  public static final class Meter {}
}
