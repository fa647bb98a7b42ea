package cases.blockingincooperative;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lockkeeper.annotations.Cooperative;

/** Virtual threads may wait; who hands work to them does not. */
public class VirtualThreads_21 {
  private final ExecutorService perTask = Executors.newVirtualThreadPerTaskExecutor();

  @Cooperative
  void offload(Path file, CompletableFuture<String> into) {
    Thread.startVirtualThread(() -> into.complete(read(file)));
    perTask.submit(() -> into.complete(read(file)));
    Thread.ofVirtual().start(() -> into.complete(read(file)));
  }

  private static String read(Path file) {
    try {
      Thread.sleep(10);
      return Files.readString(file);
    } catch (Exception e) {
      return "";
    }
  }

  /** Asks where it is. */
  @Cooperative
  void pause() throws InterruptedException {
    if (Thread.currentThread().isVirtual()) {
      Thread.sleep(100);
    }
  }

  @Cooperative
  void pauseWrongly() throws InterruptedException {
    if (!Thread.currentThread().isVirtual()) {
      Thread.sleep(100); // want BlockingInCooperative "sleep"
    }
  }
}
