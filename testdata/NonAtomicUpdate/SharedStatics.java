package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;

/** Static state: an instance's monitor does not guard it. */
public class SharedStatics {
  private static int created;
  private static final Map<String, Integer> USES = new HashMap<>();

  public SharedStatics() {
    created++; // want NonAtomicUpdate "created"
  }

  public static synchronized int created() {
    return created;
  }

  public static synchronized void resetCreated() {
    created = 0;
  }

  public synchronized void use(String name) {
    USES.put(name, USES.getOrDefault(name, 0) + 1); // want NonAtomicUpdate "USES"
  }

  public void useRight(String name) {
    synchronized (SharedStatics.class) {
      USES.put(name, USES.getOrDefault(name, 0) + 1);
    }
  }

  public static void clear() {
    synchronized (SharedStatics.class) {
      USES.clear();
    }
  }
}
