package cases.blockingincooperative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor: what matters is the scheduler that the operator runs on. */
public class ReactorPipelines {

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Flux<String> onParallel(Flux<Path> files) {
    return files
        .publishOn(Schedulers.parallel())
        .map(file -> read(file)); // want BlockingInCooperative "read"
  }

  Flux<String> onSingle(Flux<Path> files) {
    return files.publishOn(Schedulers.single()).map(ReactorPipelines::read); // want BlockingInCooperative "read"
  }

  /** A terminal that waits, inside an operator. */
  Flux<String> nested(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .map(id -> lookUp(id).block()); // want BlockingInCooperative "block"
  }

  private Mono<String> lookUp(String id) {
    return Mono.just(id);
  }

  /** Timers run on the parallel scheduler by themselves. */
  Flux<String> ticking(Path file) {
    return Flux.interval(Duration.ofSeconds(1))
        .map(tick -> read(file)); // want BlockingInCooperative "read"
  }

  /** On the scheduler that is there for it. */
  Flux<String> onElastic(Flux<Path> files) {
    return files.publishOn(Schedulers.boundedElastic()).map(file -> read(file));
  }

  Mono<String> subscribedOnElastic(Path file) {
    return Mono.fromCallable(() -> read(file)).subscribeOn(Schedulers.boundedElastic());
  }

  Flux<String> perItem(Flux<Path> files) {
    return files
        .publishOn(Schedulers.parallel())
        .flatMap(
            file ->
                Mono.fromCallable(() -> read(file)).subscribeOn(Schedulers.boundedElastic()));
  }

  /** The later scheduler wins. */
  Flux<String> moved(Flux<Path> files) {
    return files
        .publishOn(Schedulers.parallel())
        .map(Path::toAbsolutePath)
        .publishOn(Schedulers.boundedElastic())
        .map(file -> read(file));
  }

  /** Nothing says where it runs. */
  Flux<String> unknown(List<Path> files) {
    return Flux.fromIterable(files).map(file -> read(file));
  }

  /** At the edge of the reactive world one waits. */
  String edge(Mono<String> answer) {
    return answer.block();
  }
}
