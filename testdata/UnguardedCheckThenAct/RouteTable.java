package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Early returns, inversions, double negation, loops and ternaries around one mistake. */
public class RouteTable {
  private final ConcurrentHashMap<String, String> routes = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Integer, String> ports = new ConcurrentSkipListMap<>();

  public boolean registerEarlyReturn(String path, String target) {
    if (routes.containsKey(path)) {
      return false;
    }
    routes.put(path, target); // want UnguardedCheckThenAct "routes"
    return true;
  }

  public void registerOrThrow(String path, String target) {
    if (routes.get(path) != null) {
      throw new IllegalStateException("duplicate route " + path);
    }
    routes.put(path, target); // want UnguardedCheckThenAct "routes"
  }

  public void registerElse(String path, String target) {
    if (routes.containsKey(path)) {
      audit(path);
    } else {
      routes.put(path, target); // want UnguardedCheckThenAct "routes"
    }
  }

  public void registerDoubleNegation(String path, String target) {
    boolean absent = !routes.containsKey(path);
    if (!(!absent)) {
      routes.put(path, target); // want UnguardedCheckThenAct "routes"
    }
  }

  public void registerAll(Iterable<String> paths, String target) {
    for (String path : paths) {
      if (routes.containsKey(path)) {
        continue;
      }
      routes.put(path, target); // want UnguardedCheckThenAct "routes"
    }
  }

  public void registerIfNamed(String path, String target) {
    if (path != null && target != null && !routes.containsKey(path)) {
      routes.put(path, target); // want UnguardedCheckThenAct "routes"
    }
  }

  public String ternary(String path, String target) {
    return routes.containsKey(path) ? "taken" : routes.put(path, target); // want UnguardedCheckThenAct "routes"
  }

  public int freePort(String owner) {
    int port = 1024;
    while (ports.containsKey(port)) {
      port++;
    }
    ports.put(port, owner); // want UnguardedCheckThenAct "ports"
    return port;
  }

  private static void audit(String path) {}
}
