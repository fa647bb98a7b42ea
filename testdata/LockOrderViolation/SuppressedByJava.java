// source door only: class files do not keep @SuppressWarnings
package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** Known and accepted, said in the way of Java itself. */
@LockOrder({"roster", "shift"})
public class SuppressedByJava {
  private final Object roster = new Object();
  private final Object shift = new Object();
  private int staff;

  @SuppressWarnings("LockOrderViolation")
  void hire() {
    synchronized (shift) {
      synchronized (roster) {
        staff++;
      }
    }
  }
}
