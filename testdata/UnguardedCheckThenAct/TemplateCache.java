package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The four ways a cache is filled by people who know that the map itself is safe. */
public class TemplateCache {
  private final ConcurrentMap<String, Template> cache = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Template> partials = new ConcurrentHashMap<>();

  public void preload(String name) {
    if (!cache.containsKey(name)) {
      cache.put(name, parse(name)); // want UnguardedCheckThenAct "cache"
    }
  }

  public Template get(String name) {
    Template t = cache.get(name);
    if (t == null) {
      t = parse(name);
      cache.put(name, t); // want UnguardedCheckThenAct "cache"
    }
    return t;
  }

  public Template direct(String name) {
    if (cache.get(name) == null) {
      cache.put(name, parse(name)); // want UnguardedCheckThenAct "cache"
    }
    return cache.get(name);
  }

  public Template assignInCondition(String name) {
    Template t;
    if ((t = this.partials.get(name)) == null) {
      this.partials.put(name, t = parse(name)); // want UnguardedCheckThenAct "partials"
    }
    return t;
  }

  public Template withDefault(String name, Template fallback) {
    Template t = partials.getOrDefault(name, null);
    if (null == t) {
      t = fallback;
      partials.put(name, t); // want UnguardedCheckThenAct "partials"
    }
    return t;
  }

  private static Template parse(String name) {
    return new Template(name);
  }

  /** Made once per name: whoever gets a second one misses what was added to the first. */
  public static final class Template {
    private final String name;

    Template(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }
  }
}
