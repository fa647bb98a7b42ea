package cases.blockingincooperative;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A web server calls what answers with a pipeline on its event loops. */
public class WebControllers {

  @Service
  static class Pages {
    String load(String name) {
      try {
        return Files.readString(Path.of("pages", name));
      } catch (IOException e) {
        return "";
      }
    }
  }

  @RestController
  static class PageController {
    private final Pages pages;

    PageController(Pages pages) {
      this.pages = pages;
    }

    public Mono<String> page(String name) {
      return Mono.just(pages.load(name)); // want BlockingInCooperative "load"
    }

    public Flux<String> history(Mono<String> name) {
      String latest = name.block(); // want BlockingInCooperative "block"
      return Flux.just(latest);
    }

    public Mono<String> offloaded(String name) {
      return Mono.fromCallable(() -> pages.load(name)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Answers with a value: such requests have threads of their own. */
    public String plain(String name) {
      return pages.load(name);
    }

    /** Called by others, wherever they are. */
    private Mono<String> read(String name) {
      return Mono.just(pages.load(name));
    }

    public Mono<String> later(String name) {
      return Mono.defer(() -> read(name)).subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** No controller: called on any thread. */
  @Service
  static class PageService {
    private final Pages pages;

    PageService(Pages pages) {
      this.pages = pages;
    }

    Mono<String> page(String name) {
      return Mono.just(pages.load(name));
    }
  }

  @Controller
  static class Reports {
    private final CompletableFuture<String> report;

    Reports(CompletableFuture<String> report) {
      this.report = report;
    }

    Mono<String> latest() {
      return Mono.just(report.join()); // want BlockingInCooperative "join"
    }

    @ExecuteOn("io")
    Mono<String> onPool() {
      return Mono.just(report.join());
    }
  }
}
