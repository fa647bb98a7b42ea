package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Names that are found out when they are first asked for. */
public class LazyNames {
  private final ConcurrentMap<String, Object> beans = new ConcurrentHashMap<>();
  private volatile String domain;
  private volatile Object lastBean;

  public void register(String name, Object bean) {
    beans.put(name, bean);
  }

  /** Whoever comes second writes the same constant. */
  public String falseAlarm_domain() {
    if (domain == null) {
      if (known("Embedded:type=Server")) {
        domain = "Embedded"; // want UnguardedCheckThenAct "domain"
      } else if (known("Standalone:type=Server")) {
        domain = "Standalone";
      }
    }
    return domain;
  }

  /** Each thread makes an object of its own, and callers keep different ones. */
  public Object bean() {
    if (lastBean == null) {
      lastBean = new Object(); // want UnguardedCheckThenAct "lastBean"
    }
    return lastBean;
  }

  private boolean known(String name) {
    for (String each : beans.keySet()) {
      if (each.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
