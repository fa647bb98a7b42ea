package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;
import org.lockkeeper.annotations.SuppressFinding;

/** Known and accepted. */
@LockOrder({"roster", "shift"})
public class Suppressed {
  private final Object roster = new Object();
  private final Object shift = new Object();
  private int staff;

  @SuppressFinding(
      value = "LockOrderViolation",
      because = "runs at start-up, before the second thread exists")
  void load() {
    synchronized (shift) {
      synchronized (roster) {
        staff = 10;
      }
    }
  }
}
