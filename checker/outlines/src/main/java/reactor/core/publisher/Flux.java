package reactor.core.publisher;

/** Fake of Reactor's publisher of many. */
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

public abstract class Flux<T> {
  public static native <T> Flux<T> fromIterable(Iterable<? extends T> items);

  public static native Flux<Long> interval(Duration period);

  public final native <R> Flux<R> map(Function<? super T, ? extends R> mapper);

  public final native <R> Flux<R> flatMap(Function<? super T, ? extends Mono<? extends R>> mapper);

  public final native Flux<T> doOnNext(Consumer<? super T> onNext);

  public final native Flux<T> publishOn(Scheduler scheduler);

  public final native Flux<T> subscribeOn(Scheduler scheduler);

  public final native T blockFirst();

  public final native T blockLast();

  public final native Iterable<T> toIterable();

  public final native Disposable subscribe(Consumer<? super T> consumer);
}
