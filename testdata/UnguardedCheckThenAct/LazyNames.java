package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that are found out when they are first asked for. */
public class LazyNames {
  private final ConcurrentMap<String, Object> beans = new ConcurrentHashMap<>();
  private volatile String domain;
  private volatile Object lastBean;
  private final String prefix;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int hash;
  private volatile String title;
  private volatile String label;
  private volatile String summary;
  private volatile String state;
  private volatile String counted;

  public LazyNames(String prefix) {
    this.prefix = prefix;
  }

  public void register(String name, Object bean) {
    beans.put(name, bean);
  }

  /** Whoever comes second writes the same constant. */
  public String domain() {
    if (domain == null) {
      if (known("Embedded:type=Server")) {
        domain = "Embedded";
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

  /** Computed from what never changes. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (char c : prefix.toCharArray()) {
        h = 31 * h + c;
      }
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LazyNames names && prefix.equals(names.prefix);
  }

  /** A text of what never changes. */
  public String title() {
    if (title == null) {
      title = new StringBuilder(prefix).append(':').append(letters()).toString();
    }
    return title;
  }

  private int letters() {
    return prefix.length();
  }

  /** The first caller's argument is kept, or the second's. */
  public String label(String suffix) {
    if (label == null) {
      label = prefix + suffix; // want UnguardedCheckThenAct "label"
    }
    return label;
  }

  /** What it is made of changes. */
  public String summary() {
    if (summary == null) {
      summary = prefix + beans.size(); // want UnguardedCheckThenAct "summary"
    }
    return summary;
  }

  /** Somebody else takes it back. */
  public String state() {
    if (state == null) {
      state = "ready"; // want UnguardedCheckThenAct "state"
      beans.put(state, state);
    }
    return state;
  }

  public void reset() {
    state = null;
  }

  /** Counting is more than looking. */
  public String counted() {
    if (counted == null) {
      calls.incrementAndGet();
      counted = "counted"; // want UnguardedCheckThenAct "counted"
    }
    return counted;
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
