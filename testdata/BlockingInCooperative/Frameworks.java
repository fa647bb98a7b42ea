package cases.blockingincooperative;

import io.grpc.LoadBalancer;
import io.grpc.Status;
import io.grpc.SynchronizationContext;
import io.grpc.stub.StreamObserver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;

/** What annotations and base classes of servers say about threads. */
public class Frameworks {

  static class QuarkusResource {
    private final CompletableFuture<String> report;

    QuarkusResource(CompletableFuture<String> report) {
      this.report = report;
    }

    @NonBlocking
    String fast() {
      return report.join(); // want BlockingInCooperative "join"
    }

    @Blocking
    String slow() {
      return report.join();
    }
  }

  static class MicronautController {
    private final CompletableFuture<String> report;

    MicronautController(CompletableFuture<String> report) {
      this.report = report;
    }

    @io.micronaut.core.annotation.NonBlocking
    String fast() {
      return report.join(); // want BlockingInCooperative "join"
    }

    @ExecuteOn(TaskExecutors.BLOCKING)
    String slow() {
      return report.join();
    }
  }

  static class SpringService {
    @Async
    void mail(CompletableFuture<String> text) {
      text.join();
    }
  }

  /** gRPC runs name resolution and load balancing one task at a time: nobody may wait there. */
  static class Nearest extends LoadBalancer {
    private String host = "";

    @Override
    public void handleNameResolutionError(Status error) {
      try {
        host = InetAddress.getByName(host).getHostAddress(); // want BlockingInCooperative "getByName"
      } catch (UnknownHostException e) {
        host = "";
      }
    }

    @Override
    public void shutdown() {}
  }

  static class Channels {
    private final SynchronizationContext sync = new SynchronizationContext((thread, error) -> {});

    void refresh(CompletableFuture<String> config) {
      sync.execute(
          () -> {
            config.join(); // want BlockingInCooperative "join"
          });
    }
  }

  /** Listeners of calls have a pool behind them and may wait. */
  static class Upload implements StreamObserver<String> {
    private final CompletableFuture<String> stored;

    Upload(CompletableFuture<String> stored) {
      this.stored = stored;
    }

    @Override
    public void onNext(String part) {
      stored.join();
    }

    @Override
    public void onError(Throwable t) {}

    @Override
    public void onCompleted() {
      stored.join();
    }
  }
}
