package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A map keeps a lock under a key until the value is made. */
public class KeptLocks {
  private final ConcurrentHashMap<String, Object> parsed = new ConcurrentHashMap<>();
  private final Function<String, Object> parser;

  KeptLocks(Function<String, Object> parser) {
    this.parser = parser;
  }

  /** Only who has put the lock there replaces it; the others wait, and begin anew when it failed. */
  Object parsed(String key) {
    while (true) {
      Object lookup = parsed.get(key);
      if (lookup == null) {
        Object lock = new Object();
        synchronized (lock) {
          lookup = parsed.putIfAbsent(key, lock);
          if (lookup == null) {
            Object result;
            try {
              result = parser.apply(key);
            } catch (RuntimeException e) {
              parsed.remove(key);
              throw e;
            }
            parsed.put(key, result);
            return result;
          }
        }
      }
      synchronized (lookup) {
        Object result = parsed.get(key);
        if (result != null) {
          return result;
        }
      }
    }
  }

  /** Nobody claims the key. */
  Object parse(String key) {
    Object known = parsed.get(key);
    if (known == null) {
      known = parser.apply(key);
      parsed.put(key, known); // want UnguardedCheckThenAct "parsed"
    }
    return known;
  }
}
