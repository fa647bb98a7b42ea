package reactor.core.publisher;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Outline of Reactor 3's {@code Flux}. */
public abstract class Flux<T> implements Publisher<T> {
  public static native <T> Flux<T> create(Consumer<? super FluxSink<T>> consumer);

  public static native <T> Flux<T> push(Consumer<? super FluxSink<T>> consumer);

  public static native <T> Flux<T> defer(Supplier<? extends Publisher<T>> supplier);

  public static native <T> Flux<T> empty();

  public static native <T> Flux<T> error(Throwable throwable);

  public static native <T> Flux<T> from(Publisher<? extends T> publisher);

  public static native <T> Flux<T> fromIterable(Iterable<? extends T> iterable);

  public static native <T> Flux<T> generate(Consumer<SynchronousSink<T>> consumer);

  public static native <T, S> Flux<T> generate(
      Callable<S> callable, BiFunction<S, SynchronousSink<T>, S> biFunction);

  public static native <T, S> Flux<T> generate(
      Callable<S> callable,
      BiFunction<S, SynchronousSink<T>, S> biFunction,
      Consumer<? super S> consumer);

  public static native Flux<Long> interval(Duration duration);

  public static native Flux<Long> interval(Duration duration, Duration duration2);

  public static native Flux<Long> interval(Duration duration, Scheduler scheduler);

  public static native Flux<Long> interval(
      Duration duration, Duration duration2, Scheduler scheduler);

  public static native <T> Flux<T> just(T... value);

  public static native <T> Flux<T> just(T value);

  public static native <I> Flux<I> merge(Publisher<? extends I>... publisher);

  public static native Flux<Integer> range(int n, int n2);

  public static native <T, D> Flux<T> using(
      Callable<? extends D> callable,
      Function<? super D, ? extends Publisher<? extends T>> function,
      Consumer<? super D> consumer);

  public static native <T, D extends AutoCloseable> Flux<T> using(
      Callable<? extends D> callable,
      Function<? super D, ? extends Publisher<? extends T>> function);

  public static native <T, D extends AutoCloseable> Flux<T> using(
      Callable<? extends D> callable,
      Function<? super D, ? extends Publisher<? extends T>> function,
      boolean flag);

  public final native Mono<Boolean> all(Predicate<? super T> predicate);

  public final native Mono<Boolean> any(Predicate<? super T> predicate);

  public final native T blockFirst();

  public final native T blockFirst(Duration duration);

  public final native T blockLast();

  public final native T blockLast(Duration duration);

  public final native Flux<List<T>> buffer();

  public final native Flux<List<T>> buffer(int n);

  public final native <C extends Collection<? super T>> Flux<C> buffer(int n, Supplier<C> supplier);

  public final native Flux<List<T>> buffer(int n, int n2);

  public final native <C extends Collection<? super T>> Flux<C> buffer(
      int n, int n2, Supplier<C> supplier);

  public final native Flux<List<T>> buffer(Publisher<?> publisher);

  public final native <C extends Collection<? super T>> Flux<C> buffer(
      Publisher<?> publisher, Supplier<C> supplier);

  public final native Flux<List<T>> buffer(Duration duration);

  public final native Flux<List<T>> buffer(Duration duration, Duration duration2);

  public final native Flux<List<T>> buffer(Duration duration, Scheduler scheduler);

  public final native Flux<List<T>> buffer(
      Duration duration, Duration duration2, Scheduler scheduler);

  public final native Flux<List<T>> bufferUntil(Predicate<? super T> predicate);

  public final native Flux<List<T>> bufferUntil(Predicate<? super T> predicate, boolean flag);

  public final native <E> Mono<E> collect(
      Supplier<E> supplier, BiConsumer<E, ? super T> biConsumer);

  public final native <R, A> Mono<R> collect(Collector<? super T, A, ? extends R> collector);

  public final native Mono<List<T>> collectList();

  public final native <K> Mono<Map<K, T>> collectMap(Function<? super T, ? extends K> function);

  public final native <K, V> Mono<Map<K, V>> collectMap(
      Function<? super T, ? extends K> function, Function<? super T, ? extends V> function2);

  public final native <K, V> Mono<Map<K, V>> collectMap(
      Function<? super T, ? extends K> function,
      Function<? super T, ? extends V> function2,
      Supplier<Map<K, V>> supplier);

  public final native <V> Flux<V> concatMap(
      Function<? super T, ? extends Publisher<? extends V>> function);

  public final native <V> Flux<V> concatMap(
      Function<? super T, ? extends Publisher<? extends V>> function, int n);

  public final native <R> Flux<R> concatMapIterable(
      Function<? super T, ? extends Iterable<? extends R>> function);

  public final native <R> Flux<R> concatMapIterable(
      Function<? super T, ? extends Iterable<? extends R>> function, int n);

  public final native Flux<T> delayElements(Duration duration);

  public final native Flux<T> distinct();

  public final native <V> Flux<T> distinct(Function<? super T, ? extends V> function);

  public final native <V, C extends Collection<? super V>> Flux<T> distinct(
      Function<? super T, ? extends V> function, Supplier<C> supplier);

  public final native Flux<T> doAfterTerminate(Runnable runnable);

  public final native Flux<T> doOnCancel(Runnable runnable);

  public final native Flux<T> doOnComplete(Runnable runnable);

  public final native Flux<T> doOnError(Consumer<? super Throwable> consumer);

  public final native <E extends Throwable> Flux<T> doOnError(
      Class<E> classValue, Consumer<? super E> consumer);

  public final native Flux<T> doOnError(
      Predicate<? super Throwable> predicate, Consumer<? super Throwable> consumer);

  public final native Flux<T> doOnNext(Consumer<? super T> consumer);

  public final native Flux<T> doOnRequest(LongConsumer longConsumer);

  public final native Flux<T> doOnSubscribe(Consumer<? super Subscription> consumer);

  public final native Flux<T> doOnTerminate(Runnable runnable);

  public final native Flux<T> doFinally(Consumer<SignalType> consumer);

  public final native Flux<T> expand(
      Function<? super T, ? extends Publisher<? extends T>> function, int n);

  public final native Flux<T> expand(
      Function<? super T, ? extends Publisher<? extends T>> function);

  public final native Flux<T> filter(Predicate<? super T> predicate);

  public final native Flux<T> filterWhen(
      Function<? super T, ? extends Publisher<Boolean>> function);

  public final native Flux<T> filterWhen(
      Function<? super T, ? extends Publisher<Boolean>> function, int n);

  public final native <R> Flux<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <V> Flux<V> flatMap(
      Function<? super T, ? extends Publisher<? extends V>> function, int n);

  public final native <V> Flux<V> flatMap(
      Function<? super T, ? extends Publisher<? extends V>> function, int n, int n2);

  public final native <R> Flux<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function,
      Function<? super Throwable, ? extends Publisher<? extends R>> function2,
      Supplier<? extends Publisher<? extends R>> supplier);

  public final native <R> Flux<R> flatMapIterable(
      Function<? super T, ? extends Iterable<? extends R>> function);

  public final native <R> Flux<R> flatMapIterable(
      Function<? super T, ? extends Iterable<? extends R>> function, int n);

  public final native <R> Flux<R> flatMapSequential(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <R> Flux<R> flatMapSequential(
      Function<? super T, ? extends Publisher<? extends R>> function, int n);

  public final native <R> Flux<R> flatMapSequential(
      Function<? super T, ? extends Publisher<? extends R>> function, int n, int n2);

  public final native <R> Flux<R> handle(BiConsumer<? super T, SynchronousSink<R>> biConsumer);

  public final native <V> Flux<V> map(Function<? super T, ? extends V> function);

  public final native <V> Flux<V> mapNotNull(Function<? super T, ? extends V> function);

  public final native Mono<T> next();

  public final native Flux<T> onErrorContinue(BiConsumer<Throwable, Object> biConsumer);

  public final native <E extends Throwable> Flux<T> onErrorContinue(
      Class<E> classValue, BiConsumer<Throwable, Object> biConsumer);

  public final native <E extends Throwable> Flux<T> onErrorContinue(
      Predicate<E> predicate, BiConsumer<Throwable, Object> biConsumer);

  public final native Flux<T> onErrorMap(Function<? super Throwable, ? extends Throwable> function);

  public final native <E extends Throwable> Flux<T> onErrorMap(
      Class<E> classValue, Function<? super E, ? extends Throwable> function);

  public final native Flux<T> onErrorMap(
      Predicate<? super Throwable> predicate,
      Function<? super Throwable, ? extends Throwable> function);

  public final native Flux<T> onErrorResume(
      Function<? super Throwable, ? extends Publisher<? extends T>> function);

  public final native <E extends Throwable> Flux<T> onErrorResume(
      Class<E> classValue, Function<? super E, ? extends Publisher<? extends T>> function);

  public final native Flux<T> onErrorResume(
      Predicate<? super Throwable> predicate,
      Function<? super Throwable, ? extends Publisher<? extends T>> function);

  public final native Flux<T> onErrorReturn(T value);

  public final native <E extends Throwable> Flux<T> onErrorReturn(Class<E> classValue, T value);

  public final native Flux<T> onErrorReturn(Predicate<? super Throwable> predicate, T value);

  public final native Flux<T> publishOn(Scheduler scheduler);

  public final native Flux<T> publishOn(Scheduler scheduler, int n);

  public final native Flux<T> publishOn(Scheduler scheduler, boolean flag, int n);

  public final native Mono<T> reduce(BiFunction<T, T, T> biFunction);

  public final native <A> Mono<A> reduce(A value, BiFunction<A, ? super T, A> biFunction);

  public final native <A> Mono<A> reduceWith(
      Supplier<A> supplier, BiFunction<A, ? super T, A> biFunction);

  public final native Flux<T> repeatWhen(Function<Flux<Long>, ? extends Publisher<?>> function);

  public final native Flux<T> scan(BiFunction<T, T, T> biFunction);

  public final native <A> Flux<A> scan(A value, BiFunction<A, ? super T, A> biFunction);

  public final native Flux<T> skipUntil(Predicate<? super T> predicate);

  public final native Flux<T> skipWhile(Predicate<? super T> predicate);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Runnable runnable);

  public final native void subscribe(Subscriber<? super T> subscriber);

  public final native Flux<T> subscribeOn(Scheduler scheduler);

  public final native Flux<T> subscribeOn(Scheduler scheduler, boolean flag);

  public final native <V> Flux<V> switchMap(Function<? super T, Publisher<? extends V>> function);

  public final native <V> Flux<V> switchMap(
      Function<? super T, Publisher<? extends V>> function, int n);

  public final native Flux<T> take(long n);

  public final native Flux<T> takeUntil(Predicate<? super T> predicate);

  public final native Flux<T> takeWhile(Predicate<? super T> predicate);

  public final native Mono<Void> then();

  public final native Iterable<T> toIterable();

  public final native Iterable<T> toIterable(int n);

  public final native Iterable<T> toIterable(int n, Supplier<Queue<T>> supplier);

  public final native Stream<T> toStream();

  public final native Stream<T> toStream(int n);

  public final native <V> Flux<V> transformDeferred(
      Function<? super Flux<T>, ? extends Publisher<V>> function);

  public final native <T2, V> Flux<V> zipWith(
      Publisher<? extends T2> publisher, BiFunction<? super T, ? super T2, ? extends V> biFunction);

  public final native <T2, V> Flux<V> zipWith(
      Publisher<? extends T2> publisher,
      int n,
      BiFunction<? super T, ? super T2, ? extends V> biFunction);
}
