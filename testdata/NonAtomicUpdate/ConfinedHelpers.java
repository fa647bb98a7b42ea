package cases.nonatomicupdate;

import org.lockkeeper.annotations.ConfinedTo;
import org.lockkeeper.annotations.ThreadSafe;

/** Steps of what one thread does before all others come. */
@ThreadSafe
class ConfinedHelpers {
  private String host = "localhost";
  private int loads;
  private int reloads;

  @ConfinedTo("container")
  void init() {
    load();
  }

  private void load() {
    host = host.trim();
    loads = count(loads);
    again();
  }

  private int count(int n) {
    return n + 1;
  }

  /** Not only while it starts. */
  void reload() {
    again();
  }

  private void again() {
    reloads = reloads + 1; // want NonAtomicUpdate "reloads"
  }

  String host() {
    return host + loads + reloads;
  }
}
