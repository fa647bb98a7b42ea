package cases.uncheckedcheckthenact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nobody else is there: locals, plain state of a plain class, objects under construction. */
public class Unshared {
  private final Map<String, Integer> symbols = new HashMap<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private String cachedName;

  public int slot(String name) {
    Integer slot = symbols.get(name);
    if (slot == null) {
      slot = symbols.size();
      symbols.put(name, slot);
    }
    return slot;
  }

  public void leave() {
    if (!scopes.isEmpty()) {
      scopes.pop();
    }
  }

  public void enter(String scope) {
    scopes.push(scope);
  }

  public String name() {
    if (cachedName == null) {
      cachedName = String.join(".", scopes);
    }
    return cachedName;
  }

  public static Map<String, Integer> histogram(List<String> words) {
    Map<String, Integer> result = new ConcurrentHashMap<>();
    for (String word : words) {
      if (!result.containsKey(word)) {
        result.put(word, 0);
      }
      result.put(word, result.get(word) + 1);
    }
    return result;
  }

  /** Filled before anybody can see it. */
  public static final class Defaults {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public Defaults(List<String> keys) {
      for (String key : keys) {
        if (!values.containsKey(key)) {
          values.put(key, "");
        }
      }
      fill("user.name");
    }

    private void fill(String key) {
      if (values.get(key) == null) {
        values.put(key, "unknown");
      }
    }

    public String value(String key) {
      return values.get(key);
    }

    public static Defaults with(String key) {
      Defaults fresh = new Defaults(List.of());
      if (!fresh.values.containsKey(key)) {
        fresh.values.put(key, "set");
      }
      return fresh;
    }
  }

  private static final ThreadLocal<Map<String, Integer>> DEPTHS =
      ThreadLocal.withInitial(ConcurrentHashMap::new);

  public static int depth(String key) {
    Map<String, Integer> mine = DEPTHS.get();
    if (!mine.containsKey(key)) {
      mine.put(key, 0);
    }
    return mine.get(key);
  }
}
