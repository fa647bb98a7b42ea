package cases.lockorderinversion;

/** How a finding reads. */
public class Shown {
  private final Object stock = new Object();
  private final Object orders = new Object();
  private int left = 10;
  private int open;

  void order() {
    synchronized (orders) {
      open++;
      synchronized (stock) { // want LockOrderInversion "stock"
        left--;
      }
    }
  }

  void deliver(int count) {
    synchronized (stock) {
      left += count;
      synchronized (orders) {
        open = 0;
      }
    }
  }
}
