package keepers.store;

/** Its own are asked under its lock. */
class Desk {
  private final Plugins plugins = new Plugins();

  synchronized void load(String name) {
    if (!plugins.has(name)) {
      plugins.add(name, new Object());
    }
  }

  synchronized void unload(String name) {
    if (plugins.has(name)) {
      plugins.remove(name);
    }
  }
}
