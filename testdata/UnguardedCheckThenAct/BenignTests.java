package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

/** Tests that decide nothing, and actions that do not rely on the answer. */
public class BenignTests {
  private static final Logger LOG = Logger.getLogger("cases");
  private final Map<String, String> settings = new ConcurrentHashMap<>();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final AtomicLong version = new AtomicLong();

  /** Only logs. */
  public void set(String key, String value) {
    if (settings.containsKey(key)) {
      LOG.fine("overwriting " + key);
    }
    settings.put(key, value);
  }

  /** The poll looks again. */
  public String pollTested() {
    if (!lines.isEmpty()) {
      String line = lines.poll();
      if (line != null) {
        return line.trim();
      }
    }
    return "";
  }

  public String getTested(String key) {
    if (settings.containsKey(key)) {
      String value = settings.get(key);
      return value == null ? "" : value;
    }
    return "";
  }

  /** One look, then only the local. */
  public int length(String key) {
    String value = settings.get(key);
    if (value != null) {
      return value.length();
    }
    return 0;
  }

  public void removeTested(String key) {
    if (settings.containsKey(key)) {
      String old = settings.remove(key);
      if (old != null) {
        LOG.info("removed " + old);
      }
    }
  }

  /** A parameter decides, not the map. */
  public void setIf(boolean wanted, String key, String value) {
    if (wanted) {
      settings.put(key, value);
    }
  }

  public List<String> report() {
    List<String> out = new ArrayList<>();
    if (settings.isEmpty()) {
      out.add("no settings");
    }
    if (version.get() > 0) {
      out.add("changed");
    }
    return out;
  }

  public void append(String line) {
    lines.add(line);
    version.incrementAndGet();
  }
}
