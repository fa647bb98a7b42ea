package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** State held by a record, an enum singleton and an interface constant. */
public final class RecordsAndEnums {

  record Catalog(ConcurrentMap<String, Double> prices) {
    double price(String item, double initial) {
      if (!prices.containsKey(item)) {
        prices.put(item, initial); // want UnguardedCheckThenAct "prices"
      }
      return initial;
    }
  }

  enum Registry {
    INSTANCE;

    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    void bind(Class<?> type, Object service) {
      if (services.get(type) != null) {
        throw new IllegalStateException("already bound: " + type);
      }
      services.put(type, service); // want UnguardedCheckThenAct "services"
    }
  }

  interface Types {
    Map<String, Class<?>> KNOWN = new ConcurrentHashMap<>();

    static void learn(String name, Class<?> type) {
      if (!KNOWN.containsKey(name)) {
        KNOWN.put(name, type); // want UnguardedCheckThenAct "KNOWN"
      }
    }
  }

  private RecordsAndEnums() {}
}
