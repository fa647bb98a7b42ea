package cases.blockingincooperative;

import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where a pipeline starts is said at its end; where it goes on, in between. */
public class PipelineStarts {

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Mono<String> onParallel(Path file) {
    return Mono.fromCallable(() -> read(file)) // want BlockingInCooperative "read"
        .subscribeOn(Schedulers.parallel());
  }

  Mono<String> onElastic(Path file) {
    return Mono.fromCallable(() -> read(file)).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> withStepsBetween(Path file) {
    return Mono.fromSupplier(() -> read(file)) // want BlockingInCooperative "read"
        .map(String::trim)
        .subscribeOn(Schedulers.single());
  }

  Mono<String> deferred(Path file) {
    return Mono.defer(() -> Mono.just(read(file))) // want BlockingInCooperative "read"
        .subscribeOn(Schedulers.parallel());
  }

  /** Operators run there as well. */
  Flux<String> operator(Flux<Path> files) {
    return files
        .map(file -> read(file)) // want BlockingInCooperative "read"
        .subscribeOn(Schedulers.parallel());
  }

  /** It starts where blocking is allowed, and goes on where it is not. */
  Flux<String> goesOn(Flux<Path> files) {
    return files
        .map(file -> read(file))
        .publishOn(Schedulers.parallel())
        .map(text -> read(Path.of(text))) // want BlockingInCooperative "read"
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** The other way round. */
  Flux<String> comesFrom(Flux<Path> files) {
    return files
        .publishOn(Schedulers.boundedElastic())
        .map(file -> read(file))
        .subscribeOn(Schedulers.parallel());
  }

  /** The first that says so wins: the second changes nothing. */
  Mono<String> twice(Path file) {
    return Mono.fromCallable(() -> read(file))
        .subscribeOn(Schedulers.boundedElastic())
        .subscribeOn(Schedulers.parallel());
  }

  Flux<String> delayed(Flux<Path> files) {
    return files
        .delayElements(Duration.ofMillis(20))
        .map(file -> read(file)); // want BlockingInCooperative "read"
  }

  Single<String> rx(Path file) {
    return Single.fromCallable(() -> read(file)) // want BlockingInCooperative "read"
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation());
  }

  Single<String> rxOnIo(Path file) {
    return Single.fromCallable(() -> read(file))
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io());
  }

  /** Tasks of a scheduler. */
  void tasks(Path file) {
    Schedulers.parallel().schedule(() -> read(file)); // want BlockingInCooperative "read"
    Schedulers.boundedElastic().schedule(() -> read(file));
  }

  /** An operator never waits for another pipeline, wherever it runs: that is what `flatMap` is for. */
  Flux<String> waits(Flux<String> ids) {
    return ids.map(id -> lookUp(id).block()); // want BlockingInCooperative "block"
  }

  Flux<String> flattens(Flux<String> ids) {
    return ids.flatMap(id -> lookUp(id));
  }

  /** Unless it was moved to where one may. */
  Flux<String> waitsElsewhere(Flux<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic()).map(id -> lookUp(id).block());
  }

  private Mono<String> lookUp(String id) {
    return Mono.just(id);
  }
}
