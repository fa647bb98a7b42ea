package cases.blockingincooperative;

import java.util.concurrent.CompletableFuture;
import org.lockkeeper.annotations.Cooperative;

/** How a finding reads. */
public class Shown {
  private final CompletableFuture<String> greeting = new CompletableFuture<>();

  @Cooperative
  CompletableFuture<String> handle(String user) {
    return CompletableFuture.completedFuture(greet(user)); // want BlockingInCooperative "greet"
  }

  private String greet(String user) {
    return greeting.join() + user;
  }
}
