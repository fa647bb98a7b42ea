package cases.uncheckedcheckthenact;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The first element of what others empty. */
public class FirstElement {
  private final Set<AutoCloseable> resources = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> ages = new ConcurrentHashMap<>();

  public void add(AutoCloseable resource) {
    resources.add(resource);
  }

  public void drop(AutoCloseable resource) {
    resources.remove(resource);
    ages.clear();
  }

  /** Another thread may have removed the last one. */
  public void closeAll() throws Exception {
    while (!resources.isEmpty()) {
      AutoCloseable resource = resources.iterator().next(); // want UnguardedCheckThenAct "resources"
      if (resource instanceof Runnable) {
        ((Runnable) resource).run();
      }
      resource.close();
      resources.remove(resource);
    }
  }

  public String anyName() {
    if (ages.size() > 0) {
      return ages.keySet().iterator().next(); // want UnguardedCheckThenAct "ages"
    }
    return "";
  }

  /** The iterator is asked. */
  public void closeEach() throws Exception {
    if (resources.isEmpty()) {
      return;
    }
    for (AutoCloseable resource : resources) {
      resource.close();
    }
  }

  public AutoCloseable first() {
    Iterator<AutoCloseable> all = resources.iterator();
    return all.hasNext() ? all.next() : null;
  }

  public int oldest() {
    if (ages.isEmpty()) {
      return 0;
    }
    int most = 0;
    Collection<Integer> values = ages.values();
    Iterator<Integer> all = values.iterator();
    while (all.hasNext()) {
      most = Math.max(most, all.next());
    }
    return most;
  }
}
