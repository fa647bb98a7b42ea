package cases.blockingincooperative;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.lockkeeper.annotations.Cooperative;

/** Helpers that are told by a constant whether to wait. */
public class ToldToWait {
  private final ExecutorService pool;

  ToldToWait(ExecutorService pool) {
    this.pool = pool;
  }

  @Cooperative
  void stopSoon() throws InterruptedException {
    close(false);
  }

  @Cooperative
  void stop() throws InterruptedException {
    close(true); // want BlockingInCooperative "close"
  }

  @Cooperative
  void stopAsTold(boolean wait) throws InterruptedException {
    close(wait); // want BlockingInCooperative "close"
  }

  private void close(boolean wait) throws InterruptedException {
    pool.shutdown();
    if (wait && !pool.awaitTermination(10, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }

  @Cooperative
  void stopInTheEnd() throws InterruptedException {
    closeTwice(false); // want BlockingInCooperative "closeTwice"
  }

  /** Whatever it is told, it waits in the end. */
  private void closeTwice(boolean first) throws InterruptedException {
    if (first) {
      pool.awaitTermination(10, TimeUnit.SECONDS);
    }
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }
}
