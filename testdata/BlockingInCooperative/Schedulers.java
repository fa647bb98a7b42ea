package cases.blockingincooperative;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.lockkeeper.annotations.Cooperative;

/** The same call, by the scheduler that is named. */
public class Schedulers {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Cooperative
  String anywhere() throws InterruptedException {
    return lines.take(); // want BlockingInCooperative "take"
  }

  @Cooperative("event-loop")
  String onEventLoop() throws InterruptedException {
    return lines.take(); // want BlockingInCooperative "take"
  }

  @Cooperative("ui")
  String onUi() throws InterruptedException {
    return lines.take(); // want BlockingInCooperative "take"
  }

  @Cooperative("game")
  String onOwnScheduler() throws InterruptedException {
    return lines.take(); // want BlockingInCooperative "take"
  }

  /** A virtual thread that waits makes room for others. */
  @Cooperative("virtual-thread")
  String onVirtualThread() throws InterruptedException {
    Thread.sleep(10);
    return lines.take();
  }

  String onOrdinaryThread() throws InterruptedException {
    Thread.sleep(10);
    return lines.take();
  }
}
