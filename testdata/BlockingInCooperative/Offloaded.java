package cases.blockingincooperative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lockkeeper.annotations.Cooperative;

/** The wait happens on another thread: fine. */
public class Offloaded {
  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Cooperative
  CompletableFuture<String> supply(Path file) {
    return CompletableFuture.supplyAsync(() -> read(file), pool);
  }

  @Cooperative
  Future<String> submit(Path file) {
    return pool.submit(() -> read(file));
  }

  @Cooperative
  void execute(Path file) {
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            read(file);
          }
        });
  }

  @Cooperative
  void thread(Path file) {
    Thread reader = new Thread(() -> read(file), "reader");
    reader.start();
  }

  /** Made here, run elsewhere. */
  @Cooperative
  Callable<String> prepare(Path file) {
    return () -> read(file);
  }

  @Cooperative
  void reference(Path file) {
    pool.submit(this::refresh);
    CompletableFuture.runAsync(this::refresh, pool).thenRun(() -> {});
  }

  private void refresh() {
    read(Path.of("config"));
  }

  /** Waiting for what was handed over is waiting all the same. */
  @Cooperative
  String handOverAndWait(Path file) throws Exception {
    Future<String> text = pool.submit(() -> read(file));
    return text.get(); // want BlockingInCooperative "get"
  }
}
