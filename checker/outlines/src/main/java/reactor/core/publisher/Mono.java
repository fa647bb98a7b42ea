package reactor.core.publisher;

/** Fake of Reactor's publisher of at most one. */
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

public abstract class Mono<T> {
  public static native <T> Mono<T> just(T value);

  public static native <T> Mono<T> fromCallable(Callable<? extends T> supplier);

  public static native <T> Mono<T> fromFuture(CompletableFuture<? extends T> future);

  public static native Mono<Long> delay(Duration duration);

  public final native <R> Mono<R> map(Function<? super T, ? extends R> mapper);

  public final native <R> Mono<R> flatMap(
      Function<? super T, ? extends Mono<? extends R>> transformer);

  public final native Mono<T> doOnNext(Consumer<? super T> onNext);

  public final native Mono<T> publishOn(Scheduler scheduler);

  public final native Mono<T> subscribeOn(Scheduler scheduler);

  public final native T block();

  public final native T block(Duration timeout);

  public final native Disposable subscribe(Consumer<? super T> consumer);
}
