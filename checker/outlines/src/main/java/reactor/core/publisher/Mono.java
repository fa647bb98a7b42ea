package reactor.core.publisher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Outline of Reactor 3's {@code Mono}. */
public abstract class Mono<T> implements Publisher<T> {
  public static native <T> Mono<T> create(Consumer<MonoSink<T>> consumer);

  public static native <T> Mono<T> defer(Supplier<? extends Mono<? extends T>> supplier);

  public static native Mono<Long> delay(Duration duration);

  public static native <T> Mono<T> empty();

  public static native <T> Mono<T> error(Throwable throwable);

  public static native <T> Mono<T> fromCallable(Callable<? extends T> callable);

  public static native <T> Mono<T> fromFuture(CompletableFuture<? extends T> completableFuture);

  public static native <T> Mono<T> fromRunnable(Runnable runnable);

  public static native <T> Mono<T> fromSupplier(Supplier<? extends T> supplier);

  public static native <T> Mono<T> just(T value);

  public static native <T> Mono<T> justOrEmpty(T value);

  public static native <T, D> Mono<T> using(
      Callable<? extends D> callable,
      Function<? super D, ? extends Mono<? extends T>> function,
      Consumer<? super D> consumer);

  public static native <T, D extends AutoCloseable> Mono<T> using(
      Callable<? extends D> callable, Function<? super D, ? extends Mono<? extends T>> function);

  public static native <T, D extends AutoCloseable> Mono<T> using(
      Callable<? extends D> callable,
      Function<? super D, ? extends Mono<? extends T>> function,
      boolean flag);

  public static native Mono<Void> when(Publisher<?>... publisher);

  public native T block();

  public native T block(Duration duration);

  public native Optional<T> blockOptional();

  public native Optional<T> blockOptional(Duration duration);

  public final native Mono<T> cache();

  public final native Mono<T> doAfterTerminate(Runnable runnable);

  public final native Mono<T> doFinally(Consumer<SignalType> consumer);

  public final native Mono<T> doOnCancel(Runnable runnable);

  public final native Mono<T> doOnNext(Consumer<? super T> consumer);

  public final native Mono<T> doOnSuccess(Consumer<? super T> consumer);

  public final native Mono<T> doOnError(Consumer<? super Throwable> consumer);

  public final native <E extends Throwable> Mono<T> doOnError(
      Class<E> classValue, Consumer<? super E> consumer);

  public final native Mono<T> doOnError(
      Predicate<? super Throwable> predicate, Consumer<? super Throwable> consumer);

  public final native Mono<T> doOnRequest(LongConsumer longConsumer);

  public final native Mono<T> doOnSubscribe(Consumer<? super Subscription> consumer);

  public final native Mono<T> doOnTerminate(Runnable runnable);

  public final native Flux<T> expand(
      Function<? super T, ? extends Publisher<? extends T>> function, int n);

  public final native Flux<T> expand(
      Function<? super T, ? extends Publisher<? extends T>> function);

  public final native Mono<T> filter(Predicate<? super T> predicate);

  public final native Mono<T> filterWhen(
      Function<? super T, ? extends Publisher<Boolean>> function);

  public final native <R> Mono<R> flatMap(
      Function<? super T, ? extends Mono<? extends R>> function);

  public final native <R> Flux<R> flatMapMany(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <R> Flux<R> flatMapMany(
      Function<? super T, ? extends Publisher<? extends R>> function,
      Function<? super Throwable, ? extends Publisher<? extends R>> function2,
      Supplier<? extends Publisher<? extends R>> supplier);

  public final native <R> Flux<R> flatMapIterable(
      Function<? super T, ? extends Iterable<? extends R>> function);

  public final native Flux<T> flux();

  public final native <R> Mono<R> handle(BiConsumer<? super T, SynchronousSink<R>> biConsumer);

  public final native <R> Mono<R> map(Function<? super T, ? extends R> function);

  public final native <R> Mono<R> mapNotNull(Function<? super T, ? extends R> function);

  public final native Mono<T> onErrorContinue(BiConsumer<Throwable, Object> biConsumer);

  public final native <E extends Throwable> Mono<T> onErrorContinue(
      Class<E> classValue, BiConsumer<Throwable, Object> biConsumer);

  public final native <E extends Throwable> Mono<T> onErrorContinue(
      Predicate<E> predicate, BiConsumer<Throwable, Object> biConsumer);

  public final native Mono<T> onErrorMap(
      Predicate<? super Throwable> predicate,
      Function<? super Throwable, ? extends Throwable> function);

  public final native Mono<T> onErrorMap(Function<? super Throwable, ? extends Throwable> function);

  public final native <E extends Throwable> Mono<T> onErrorMap(
      Class<E> classValue, Function<? super E, ? extends Throwable> function);

  public final native Mono<T> onErrorResume(
      Function<? super Throwable, ? extends Mono<? extends T>> function);

  public final native <E extends Throwable> Mono<T> onErrorResume(
      Class<E> classValue, Function<? super E, ? extends Mono<? extends T>> function);

  public final native Mono<T> onErrorResume(
      Predicate<? super Throwable> predicate,
      Function<? super Throwable, ? extends Mono<? extends T>> function);

  public final native Mono<T> onErrorReturn(T value);

  public final native <E extends Throwable> Mono<T> onErrorReturn(Class<E> classValue, T value);

  public final native Mono<T> onErrorReturn(Predicate<? super Throwable> predicate, T value);

  public final native Mono<T> publishOn(Scheduler scheduler);

  public final native Flux<T> repeatWhen(Function<Flux<Long>, ? extends Publisher<?>> function);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Runnable runnable);

  public final native void subscribe(Subscriber<? super T> subscriber);

  public final native Mono<T> subscribeOn(Scheduler scheduler);

  public final native Mono<T> switchIfEmpty(Mono<? extends T> mono);

  public final native Mono<Void> then();

  public final native <V> Mono<V> then(Mono<V> mono);

  public final native <V> Mono<V> thenReturn(V value);

  public final native <V> Flux<V> thenMany(Publisher<V> publisher);

  public final native Mono<T> timeout(Duration duration);

  public final native CompletableFuture<T> toFuture();

  public final native <V> Mono<V> transformDeferred(
      Function<? super Mono<T>, ? extends Publisher<V>> function);

  public final native <T2, O> Mono<O> zipWhen(
      Function<T, Mono<? extends T2>> function, BiFunction<T, T2, O> biFunction);

  public final native <T2, O> Mono<O> zipWith(
      Mono<? extends T2> mono, BiFunction<? super T, ? super T2, ? extends O> biFunction);
}
