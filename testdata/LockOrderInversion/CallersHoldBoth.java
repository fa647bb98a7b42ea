package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;

/** A store calls its owner back under its own monitor, but only ever on behalf of the locked owner. */
public class CallersHoldBoth {

  static class Owner {
    private final Store store = new Store(this);
    private int versions;

    synchronized void put(String key, String value) {
      store.put(key, value);
    }

    synchronized int size() {
      return store.size() + versions;
    }

    synchronized void changed() {
      versions++;
    }
  }

  static class Store {
    private final Owner owner;
    private final Map<String, String> values = new HashMap<>();

    Store(Owner owner) {
      this.owner = owner;
    }

    synchronized void put(String key, String value) {
      values.put(key, value);
      owner.changed();
    }

    synchronized int size() {
      return values.size();
    }
  }

  /** One way in forgets the owner. */
  static class LooseOwner {
    private final LooseStore store = new LooseStore(this);
    private int versions;

    void put(String key, String value) {
      store.put(key, value);
    }

    synchronized int size() {
      return store.size() + versions; // want LockOrderInversion "size"
    }

    synchronized void changed() {
      versions++;
    }
  }

  static class LooseStore {
    private final LooseOwner owner;
    private final Map<String, String> values = new HashMap<>();

    LooseStore(LooseOwner owner) {
      this.owner = owner;
    }

    synchronized void put(String key, String value) {
      values.put(key, value);
      owner.changed();
    }

    synchronized int size() {
      return values.size();
    }
  }
}
