package keepers.app;

import keepers.store.Plugins;

/** Asks and fills what a class of another package keeps in a concurrent map. */
public class Loader {
  private static final Plugins SHARED = new Plugins();
  private final Plugins plugins;

  public Loader(Plugins plugins) {
    this.plugins = plugins;
  }

  public void load(String name) {
    if (!plugins.has(name)) {
      plugins.add(name, new Object()); // want UnguardedCheckThenAct "plugins.byName"
    }
  }

  public Object findOrLoad(String name) {
    Object found = plugins.find(name);
    if (found != null) {
      return found;
    }
    Object made = new Object();
    plugins.add(name, made); // want UnguardedCheckThenAct "plugins.byName"
    return made;
  }

  public static void loadOnce(String name) {
    if (SHARED.find(name) == null) {
      SHARED.add(name, new Object()); // want UnguardedCheckThenAct "byName"
    }
  }

  /** One step decides. */
  public Object loadFirst(String name) {
    Object made = new Object();
    Object earlier = plugins.find(name) == null ? plugins.addIfAbsent(name, made) : null;
    return earlier == null ? made : earlier;
  }

  /** Of another name. */
  public void rename(String from, String to) {
    if (plugins.has(from)) {
      plugins.add(to, new Object());
    }
  }

  /** Nobody else has it. */
  public static Plugins defaults() {
    Plugins all = new Plugins();
    if (!all.has("core")) {
      all.add("core", new Object());
    }
    return all;
  }

  /** A map that is not made for threads says nothing of any. */
  public String labelled(String name) {
    String label = plugins.label(name);
    if (label == null) {
      label = name.trim();
      plugins.label(name, label);
    }
    return label;
  }
}
