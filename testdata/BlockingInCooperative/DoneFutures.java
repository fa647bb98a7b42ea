package cases.blockingincooperative.donefutures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.lockkeeper.annotations.Cooperative;

/** Futures that are complete, and those that are not. */
@Cooperative("event-loop")
class DoneFutures {
  String task() throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "done");
    task.run();
    return task.get();
  }

  String notRun() throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "done");
    return task.get(); // want BlockingInCooperative "FutureTask.get"
  }

  String completed() {
    CompletableFuture<String> future = new CompletableFuture<>();
    future.complete("done");
    return future.join();
  }

  String never() {
    CompletableFuture<String> future = new CompletableFuture<>();
    return future.join(); // want BlockingInCooperative "join"
  }

  /** The filter has asked each. */
  List<String> falseAlarm_done(List<CompletableFuture<String>> all) {
    return all.stream()
        .filter(CompletableFuture::isDone)
        .map(CompletableFuture::join) // want BlockingInCooperative "join"
        .toList();
  }
}

/** A reference to a method of an interface leads to what implements it. */
class Loaders {
  private final Map<String, String> cache = new ConcurrentHashMap<>();
  private final Rows rows = new Rows();
  private final Source source;

  Loaders(Source source) {
    this.source = source;
  }

  interface Source {
    String load(String key);

    void close();
  }

  /** Reads files. */
  static class Rows implements Source {
    @Override
    public String load(String key) {
      try {
        return Files.readString(Path.of(key));
      } catch (IOException unreadable) {
        return "";
      }
    }

    @Override
    public void close() {}
  }

  @Cooperative
  String cached(String key) {
    return cache.computeIfAbsent(key, source::load); // want BlockingInCooperative "readString"
  }

  @Cooperative
  String direct(String key) {
    return cache.computeIfAbsent(key, rows::load); // want BlockingInCooperative "readString"
  }
}
