// source door only: class files do not keep @SuppressWarnings
package cases.loopwithoutyield;

import org.lockkeeper.annotations.Cooperative;

/** Known and accepted, said in the way of Java itself. */
public class SuppressedByJava {
  private volatile boolean running = true;

  @Cooperative
  @SuppressWarnings("LoopWithoutYield")
  void byJava() {
    while (running) {
      Math.sqrt(2);
    }
  }
}
