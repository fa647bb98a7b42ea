package cases.loopwithoutyield;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;

/** One loop that many tasks run is one thing to cure: the third report names the rest. */
public class ManyCallers {
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

  private void drain() {
    Runnable next;
    while ((next = queue.poll()) != null) {
      next.run();
    }
  }

  @Cooperative
  void opened() {
    drain(); // want LoopWithoutYield "drain"
  }

  @Cooperative
  void read() {
    drain(); // want LoopWithoutYield "drain"
  }

  @Cooperative
  void written() {
    drain(); // want LoopWithoutYield "drain"
  }

  @Cooperative
  void closed() {
    drain();
  }

  @Cooperative
  void failed() {
    drain();
  }
}
