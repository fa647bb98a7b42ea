package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.functions.BiFunction;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Outline of RxJava 3's {@code Flowable}. */
public abstract class Flowable<T> implements Publisher<T> {
  public static native <T> Flowable<T> defer(Supplier<? extends Publisher<? extends T>> supplier);

  public static native <T> Flowable<T> fromCallable(Callable<? extends T> callable);

  public static native <T> Flowable<T> fromIterable(Iterable<? extends T> iterable);

  public static native Flowable<Long> interval(long n, TimeUnit timeUnit);

  public static native <T> Flowable<T> just(T value);

  public static native Flowable<Integer> range(int n, int n2);

  public final native T blockingFirst();

  public final native T blockingFirst(T value);

  public final native void blockingForEach(Consumer<? super T> consumer);

  public final native void blockingForEach(Consumer<? super T> consumer, int n);

  public final native Iterable<T> blockingIterable();

  public final native Iterable<T> blockingIterable(int n);

  public final native T blockingLast();

  public final native T blockingLast(T value);

  public final native T blockingSingle();

  public final native T blockingSingle(T value);

  public final native void blockingSubscribe();

  public final native void blockingSubscribe(Consumer<? super T> consumer);

  public final native void blockingSubscribe(Consumer<? super T> consumer, int n);

  public final native void blockingSubscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native void blockingSubscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, int n);

  public final native void blockingSubscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Action action);

  public final native void blockingSubscribe(Subscriber<? super T> subscriber);

  public final native <R> Flowable<R> concatMap(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <R> Flowable<R> concatMap(
      Function<? super T, ? extends Publisher<? extends R>> function, int n);

  public final native <R> Flowable<R> concatMap(
      Function<? super T, ? extends Publisher<? extends R>> function, int n, Scheduler scheduler);

  public final native Flowable<T> doFinally(Action action);

  public final native Flowable<T> doOnComplete(Action action);

  public final native Flowable<T> doOnError(Consumer<? super Throwable> consumer);

  public final native Flowable<T> doOnNext(Consumer<? super T> consumer);

  public final native Flowable<T> doOnSubscribe(Consumer<? super Subscription> consumer);

  public final native Flowable<T> doOnTerminate(Action action);

  public final native Flowable<T> filter(Predicate<? super T> predicate);

  public final native <R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function, boolean flag);

  public final native <R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function, int n);

  public final native <R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function, boolean flag, int n);

  public final native <R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function,
      Function<? super Throwable, ? extends Publisher<? extends R>> function2,
      Supplier<? extends Publisher<? extends R>> supplier);

  public final native <U, R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction);

  public final native <U, R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction,
      boolean flag);

  public final native <U, R> Flowable<R> flatMap(
      Function<? super T, ? extends Publisher<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction,
      int n);

  public final native Disposable forEach(Consumer<? super T> consumer);

  public final native <R> Flowable<R> map(Function<? super T, ? extends R> function);

  public final native Flowable<T> observeOn(Scheduler scheduler);

  public final native Flowable<T> observeOn(Scheduler scheduler, boolean flag);

  public final native Flowable<T> observeOn(Scheduler scheduler, boolean flag, int n);

  public final native Flowable<T> onErrorResumeNext(
      Function<? super Throwable, ? extends Publisher<? extends T>> function);

  public final native Flowable<T> onErrorReturn(Function<? super Throwable, ? extends T> function);

  public final native Maybe<T> reduce(BiFunction<T, T, T> biFunction);

  public final native <R> Single<R> reduce(R value, BiFunction<R, ? super T, R> biFunction);

  public final native Flowable<T> scan(BiFunction<T, T, T> biFunction);

  public final native <R> Flowable<R> scan(R value, BiFunction<R, ? super T, R> biFunction);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Action action);

  public final native void subscribe(Subscriber<? super T> subscriber);

  protected abstract void subscribeActual(Subscriber<? super T> subscriber);

  public final native Flowable<T> subscribeOn(Scheduler scheduler);

  public final native Flowable<T> subscribeOn(Scheduler scheduler, boolean flag);

  public final native <R> Flowable<R> switchMap(
      Function<? super T, ? extends Publisher<? extends R>> function);

  public final native <R> Flowable<R> switchMap(
      Function<? super T, ? extends Publisher<? extends R>> function, int n);

  public final native Flowable<T> takeUntil(Predicate<? super T> predicate);

  public final native <U> Flowable<T> takeUntil(Publisher<U> publisher);

  public final native Flowable<T> takeWhile(Predicate<? super T> predicate);
}
