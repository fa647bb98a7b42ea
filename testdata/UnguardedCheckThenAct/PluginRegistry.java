package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Test and action hidden in helpers. The finding stands where the two meet. */
public class PluginRegistry {
  private final ConcurrentMap<String, Plugin> plugins = new ConcurrentHashMap<>();

  private boolean isKnown(String id) {
    return plugins.containsKey(id);
  }

  private Plugin lookup(String id) {
    return plugins.get(id);
  }

  private void store(String id, Plugin plugin) {
    plugins.put(id, plugin);
  }

  public void testInHelper(String id, Plugin plugin) {
    if (!isKnown(id)) {
      plugins.put(id, plugin); // want UnguardedCheckThenAct "plugins"
    }
  }

  public Plugin lookupInHelper(String id) {
    Plugin plugin = lookup(id);
    if (plugin == null) {
      plugin = new Plugin(id);
      plugins.put(id, plugin); // want UnguardedCheckThenAct "plugins"
    }
    return plugin;
  }

  public void actInHelper(String id, Plugin plugin) {
    if (plugins.containsKey(id)) {
      return;
    }
    store(id, plugin); // want UnguardedCheckThenAct "plugins"
  }

  public void bothInHelpers(String id, Plugin plugin) {
    if (!isKnown(id)) {
      store(id, plugin); // want UnguardedCheckThenAct "plugins"
    }
  }

  /** The map travels as an argument. */
  public void viaStatic(String id) {
    addIfMissing(plugins, id, new Plugin(id));
  }

  private static void addIfMissing(ConcurrentMap<String, Plugin> target, String id, Plugin plugin) {
    if (!target.containsKey(id)) {
      target.put(id, plugin); // want UnguardedCheckThenAct "target"
    }
  }

  /** A helper that holds both halves atomically is fine to call. */
  public void install(String id, Plugin plugin) {
    installOnce(id, plugin);
  }

  private Plugin installOnce(String id, Plugin plugin) {
    Plugin old = plugins.putIfAbsent(id, plugin);
    return old == null ? plugin : old;
  }

  /** An installed extension. */
  public static final class Plugin {
    final String id;

    Plugin(String id) {
      this.id = id;
    }
  }
}
