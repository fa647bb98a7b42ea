package cases.loopwithoutyield;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;

/** How a finding reads. */
public class Shown {
  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();

  @Cooperative
  void drain() {
    Runnable event;
    while ((event = events.poll()) != null) { // want LoopWithoutYield "events"
      event.run();
    }
  }
}
