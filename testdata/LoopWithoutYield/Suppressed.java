package cases.loopwithoutyield;

import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.SuppressFinding;

/** Known and accepted. */
public class Suppressed {
  private volatile boolean running = true;

  @Cooperative
  @SuppressFinding(value = "LoopWithoutYield", because = "this task has a core of its own")
  void withReason() {
    while (running) {
      Math.sqrt(2);
    }
  }
}
