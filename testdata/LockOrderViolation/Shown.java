package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** How a finding reads. */
@LockOrder({"orders", "stock"})
public class Shown {
  private final Object orders = new Object();
  private final Object stock = new Object();
  private int left = 10;
  private int open;

  void deliver(int count) {
    synchronized (stock) {
      left += count;
      synchronized (orders) { // want LockOrderViolation "orders"
        open = 0;
      }
    }
  }
}
