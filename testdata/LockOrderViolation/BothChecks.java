package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/**
 * Both orders occur. The declaration says which of the two is wrong, so that one is reported, and
 * the cycle is not reported a second time.
 */
@LockOrder({"world", "player"})
public class BothChecks {
  private final Object world = new Object();
  private final Object player = new Object();
  private int ticks;
  private int moves;

  void tick() {
    synchronized (world) {
      ticks++;
      synchronized (player) {
        moves = 0;
      }
    }
  }

  void move() {
    synchronized (player) {
      moves++;
      synchronized (world) { // want LockOrderViolation "world"
        ticks--;
      }
    }
  }
}
