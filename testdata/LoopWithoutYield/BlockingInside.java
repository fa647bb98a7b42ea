package cases.loopwithoutyield;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.lockkeeper.annotations.Cooperative;

/** A loop whose every round blocks is one defect, not two: the call is reported, the loop is not. */
public class BlockingInside {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private volatile boolean running = true;

  @Cooperative
  void consume() throws InterruptedException {
    while (running) {
      tasks.take().run(); // want BlockingInCooperative "take"
    }
  }

  @Cooperative
  void poll() throws InterruptedException {
    int rounds = 0;
    for (; ; ) {
      rounds++;
      nap(); // want BlockingInCooperative "nap"
    }
  }

  private void nap() throws InterruptedException {
    Thread.sleep(500);
  }
}
