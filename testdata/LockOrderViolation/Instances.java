package cases.lockorderviolation;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.LockOrder;

/** Monitors of instances, declared as {@code Type.this}. */
@LockOrder({"Instances.Orchestra.this", "Instances.Player.this"})
public class Instances {

  static class Orchestra {
    private final List<Player> players = new ArrayList<>();

    synchronized void tune() {
      for (Player player : players) {
        player.tune(440);
      }
    }

    synchronized void leave(Player player) {
      players.remove(player);
    }
  }

  static class Player {
    private final Orchestra orchestra;
    private int pitch;

    Player(Orchestra orchestra) {
      this.orchestra = orchestra;
    }

    synchronized void tune(int to) {
      pitch = to;
    }

    synchronized int resign() {
      orchestra.leave(this); // want LockOrderViolation "leave"
      return pitch;
    }
  }
}
