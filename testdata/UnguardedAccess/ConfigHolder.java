package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.concurrent.GuardedBy;

/** Look-alikes: everything here holds its guard, in a roundabout way. */
public class ConfigHolder {
  private static final ConfigHolder INSTANCE = new ConfigHolder();
  private final Object lock = new Object();

  @GuardedBy("lock")
  private Map<String, String> values = new HashMap<>();

  @GuardedBy("ConfigHolder.class")
  private static long loads;

  @GuardedBy("lock")
  private int version;

  static ConfigHolder get() {
    return INSTANCE;
  }

  public String value(String key) {
    synchronized (lock) {
      return values.computeIfAbsent(key, k -> k + version);
    }
  }

  public void reload(Map<String, String> fresh) {
    Map<String, String> copy = new HashMap<>(fresh);
    copy.replaceAll((k, v) -> v.trim());
    synchronized (lock) {
      values = copy;
      version++;
      bump();
    }
  }

  private void bump() {
    version++;
    again(3);
  }

  private void again(int times) {
    if (times > 0) {
      version++;
      again(times - 1);
    }
  }

  public static void loaded() {
    synchronized (ConfigHolder.class) {
      loads++;
    }
  }

  public static synchronized long loads() {
    return loads;
  }

  private <R> R locked(Function<Map<String, String>, R> body) {
    synchronized (lock) {
      return body.apply(values);
    }
  }

  public int size() {
    return locked(Map::size);
  }

  public int sizeAndVersion() {
    return locked(m -> m.size() + version);
  }

  public void runIt() {
    run(() -> version++);
  }

  private void run(Runnable r) {
    synchronized (lock) {
      r.run();
    }
  }

  public int nested() {
    synchronized (this) {
      synchronized (lock) {
        synchronized (this) {
          return version;
        }
      }
    }
  }

  public int onException(String key) {
    synchronized (lock) {
      try {
        return Integer.parseInt(values.get(key));
      } catch (NumberFormatException e) {
        version = -1;
        throw new IllegalStateException("bad " + version, e);
      } finally {
        version++;
      }
    }
  }

  public static int versionOf(ConfigHolder holder) {
    Objects.requireNonNull(holder);
    synchronized (holder.lock) {
      return holder.version;
    }
  }

  public static int versionOfSingleton() {
    synchronized (INSTANCE.lock) {
      return INSTANCE.version;
    }
  }

  public static int versionByGetter() {
    ConfigHolder c = get();
    synchronized (c.lock) {
      return c.version;
    }
  }

  static ConfigHolder copyOf(ConfigHolder other) {
    ConfigHolder copy = new ConfigHolder();
    synchronized (other.lock) {
      copy.values.putAll(other.values);
      copy.version = other.version;
    }
    return copy;
  }

  static class Builder {
    private final ConfigHolder made = new ConfigHolder();

    Builder with(String key, String value) {
      synchronized (made.lock) {
        made.values.put(key, value);
      }
      return this;
    }
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof ConfigHolder other)) {
      return false;
    }
    Map<String, String> theirs;
    synchronized (other.lock) {
      theirs = new HashMap<>(other.values);
    }
    synchronized (lock) {
      return values.equals(theirs);
    }
  }

  @Override
  public int hashCode() {
    synchronized (lock) {
      return values.hashCode();
    }
  }

  private boolean check() {
    assert Thread.holdsLock(lock);
    return version > 0;
  }

  public int stated() {
    assert Thread.holdsLock(lock) : "callers lock";
    return version;
  }

  public boolean checked() {
    synchronized (lock) {
      return check();
    }
  }

  public int whenHeld() {
    if (Thread.holdsLock(lock)) {
      return version;
    }
    return -1;
  }
}
