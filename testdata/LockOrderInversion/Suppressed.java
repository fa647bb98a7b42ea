package cases.lockorderinversion;

import org.lockkeeper.annotations.SuppressFinding;

/** Known and accepted. */
public class Suppressed {

  static class WithReason {
    private final Object in = new Object();
    private final Object out = new Object();
    private int n;

    @SuppressFinding(value = "LockOrderInversion", because = "back() runs before the server starts")
    void forth() {
      synchronized (in) {
        synchronized (out) {
          n++;
        }
      }
    }

    void back() {
      synchronized (out) {
        synchronized (in) {
          n--;
        }
      }
    }
  }
}
