package keepers.app;

import keepers.store.Plugins;

/** Only it asks, and one thread at a time. */
class Console {
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
