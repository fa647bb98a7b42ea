package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;

/** A store that notifies its listener while locked; the listener is an inner class that locks its owner. */
public class HerderAndStore {

  interface ConfigListener {
    void changed(String connector);
  }

  static class ConfigStore {
    private final Map<String, String> configs = new HashMap<>();
    private ConfigListener listener;

    synchronized void listen(ConfigListener to) {
      listener = to;
    }

    synchronized void put(String connector, String config) {
      configs.put(connector, config);
      if (listener != null) {
        listener.changed(connector); // want LockOrderInversion "listener"
      }
    }
  }

  static class Herder {
    private final ConfigStore store;
    private final Map<String, Integer> restarts = new HashMap<>();

    Herder(ConfigStore store) {
      this.store = store;
    }

    void start() {
      store.listen(new Restarter());
    }

    synchronized void configure(String connector, String config) {
      restarts.putIfAbsent(connector, 0);
      store.put(connector, config);
    }

    /** Without the herder's lock. */
    void retune(String connector, String config) {
      store.put(connector, config);
    }

    private final class Restarter implements ConfigListener {
      @Override
      public void changed(String connector) {
        synchronized (Herder.this) {
          restarts.merge(connector, 1, Integer::sum);
        }
      }
    }
  }
}
