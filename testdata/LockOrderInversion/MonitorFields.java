package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** Two private monitors of one object, nested both ways. */
public class MonitorFields {
  private final Object ledger = new Object();
  private final Object audit = new Object();
  private final List<String> entries = new ArrayList<>();
  private final List<String> trail = new ArrayList<>();

  public void post(String entry) {
    synchronized (ledger) {
      entries.add(entry);
      synchronized (audit) { // want LockOrderInversion "audit"
        trail.add("posted " + entry);
      }
    }
  }

  public List<String> export() {
    List<String> all = new ArrayList<>();
    synchronized (audit) {
      all.addAll(trail);
      synchronized (ledger) {
        all.addAll(entries);
      }
    }
    return all;
  }

  /** A further place with the first order belongs to the same cycle. */
  public void clear() {
    synchronized (ledger) {
      synchronized (audit) {
        entries.clear();
        trail.clear();
      }
    }
  }
}
