package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** The whole message, as a person sees it. */
public class Shown {
  private final Object lock = new Object();
  private final Map<String, byte[]> pages = new HashMap<>();

  public void load(String name) {
    boolean absent;
    synchronized (lock) {
      absent = !pages.containsKey(name);
    }
    if (absent) {
      byte[] page = new byte[name.length()];
      synchronized (lock) {
        pages.put(name, page); // want SplitCriticalSection "pages"
      }
    }
  }
}
