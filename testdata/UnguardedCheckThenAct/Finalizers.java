package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an object does with its own state when nobody has it any more. */
class Finalizers {
  static final Map<String, String> OPEN = new ConcurrentHashMap<>();

  static class Pool {
    private final List<AutoCloseable> idle = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> registry;
    private final String name;
    private volatile AutoCloseable used;

    Pool(Map<String, String> registry, String name) {
      this.registry = new ConcurrentHashMap<>(registry);
      this.name = name;
    }

    void add(AutoCloseable c) {
      idle.add(c);
      used = c;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() throws Exception {
      for (AutoCloseable c : idle) {
        c.close();
      }
      idle.clear();
      if (used != null) {
        used.close();
        used = null;
      }
      if (!OPEN.containsKey(name)) {
        OPEN.put(name, String.valueOf(registry)); // want UnguardedCheckThenAct "OPEN"
      }
    }

    void flush() throws Exception {
      for (AutoCloseable c : idle) {
        c.close();
      }
      idle.clear(); // want NonAtomicUpdate "idle"
      if (used != null) {
        used.close();
        used = null; // want UnguardedCheckThenAct "used"
      }
    }
  }

  /** A registry that others have, too. */
  static class Session {
    private final ConcurrentHashMap<String, String> registry;
    private final String name;

    Session(ConcurrentHashMap<String, String> registry, String name) {
      this.registry = registry;
      this.name = name;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      if (!registry.containsKey(name)) {
        registry.put(name, "gone"); // want UnguardedCheckThenAct "registry"
      }
    }
  }
}
