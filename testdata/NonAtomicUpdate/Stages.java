package cases.nonatomicupdate;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fields that the stages of several futures, or the tasks of a parallel stream, update. */
public class Stages {
  private int completed;
  private int single;
  private int attached;
  private long sum;
  private long sequential;
  private int counted;

  void loadAll(List<String> urls) {
    for (String url : urls) {
      CompletableFuture.supplyAsync(() -> url.trim())
          .thenAccept(text -> completed++); // want NonAtomicUpdate "completed"
    }
  }

  void load(String url) {
    CompletableFuture.supplyAsync(() -> url.trim()).thenAccept(text -> single++);
  }

  void attach(List<CompletableFuture<String>> all) {
    for (CompletableFuture<String> each : all) {
      each.thenAccept(text -> attached++);
    }
  }

  long sum(List<Integer> numbers) {
    numbers.stream().parallel().forEach(n -> sum += n); // want NonAtomicUpdate "sum"
    numbers.stream().forEach(n -> sequential += n);
    return sum + sequential;
  }

  void count(List<String> words) {
    words.parallelStream().forEach(this::count);
  }

  private void count(String word) {
    counted += word.length(); // want NonAtomicUpdate "counted"
  }
}
