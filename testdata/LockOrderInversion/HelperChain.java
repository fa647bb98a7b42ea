package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;

/** The second lock is taken three calls further down; the first want is at the call that leads there. */
public class HelperChain {
  private final Object orders = new Object();
  private final Object stock = new Object();
  private final Map<String, Integer> open = new HashMap<>();
  private final Map<String, Integer> available = new HashMap<>();

  public void place(String item) {
    synchronized (orders) {
      open.merge(item, 1, Integer::sum);
      reserve(item); // want LockOrderInversion "stock"
    }
  }

  public void deliver(String item, int count) {
    synchronized (stock) {
      available.merge(item, count, Integer::sum);
      settle(item);
    }
  }

  private void reserve(String item) {
    if (!item.isEmpty()) {
      take(item);
    }
  }

  private void take(String item) {
    new Taking(item).run();
  }

  private void settle(String item) {
    synchronized (orders) {
      open.remove(item);
    }
  }

  private final class Taking {
    private final String item;

    Taking(String item) {
      this.item = item;
    }

    void run() {
      synchronized (stock) {
        available.merge(item, -1, Integer::sum);
      }
    }
  }
}
