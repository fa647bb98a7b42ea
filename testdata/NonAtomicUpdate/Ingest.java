package cases.nonatomicupdate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps of tasks: what a task calls on the object that made it runs where the task runs. */
class Ingest {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final Object lock = new Object();
  private int lines;
  private int bytes;
  private int written;
  private int parsed;
  private int refreshed;
  private int saved;
  private int started;
  private int warmed;
  private int watched;

  void accept(String line) {
    pool.execute(() -> parse(line));
    writer.execute(() -> write(line));
  }

  private void parse(String line) {
    lines++; // want NonAtomicUpdate "lines"
    count(line.length());
    synchronized (lock) {
      parsed++;
    }
  }

  private void count(int length) {
    bytes += length; // want NonAtomicUpdate "bytes"
  }

  private void write(String line) {
    written += line.length();
  }

  void refresh() {
    CompletableFuture.runAsync(() -> refreshed++); // want NonAtomicUpdate "refreshed"
  }

  void save() {
    CompletableFuture.runAsync(() -> saved++, writer);
  }

  Ingest() {
    pool.execute(() -> warmed++);
  }

  void start() {
    begin();
    pool.execute(() -> watch());
  }

  /** Handed over once. */
  private void watch() {
    watched++;
  }

  private void begin() {
    started++;
  }
}
