package quickstart;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.lockkeeper.annotations.Cooperative;

/** A handler of an event loop that waits for a task of another thread. */
public class StatusPage {
  private final CompletableFuture<String> status = new CompletableFuture<>();

  @Cooperative("event-loop")
  public String render() throws ExecutionException, InterruptedException {
    return "<p>" + current() + "</p>"; // want BlockingInCooperative "current"
  }

  private String current() throws ExecutionException, InterruptedException {
    return status.get();
  }

  /** Called by whoever measures. */
  public void report(String text) {
    status.complete(text);
  }
}
