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

/** Outline of RxJava 3's {@code Observable}. */
public abstract class Observable<T> implements ObservableSource<T> {
  public static native <T> Observable<T> create(ObservableOnSubscribe<T> observableOnSubscribe);

  public static native <T> Observable<T> defer(
      Supplier<? extends ObservableSource<? extends T>> supplier);

  public static native <T> Observable<T> empty();

  public static native <T> Observable<T> fromCallable(Callable<? extends T> callable);

  public static native <T> Observable<T> fromIterable(Iterable<? extends T> iterable);

  public static native Observable<Long> interval(long n, TimeUnit timeUnit);

  public static native <T> Observable<T> just(T value);

  public static native <T> Observable<T> just(T value, T value2);

  public static native <T> Observable<T> merge(
      ObservableSource<? extends T> observableSource,
      ObservableSource<? extends T> observableSource2);

  public static native Observable<Integer> range(int n, int n2);

  public static native Observable<Long> timer(long n, TimeUnit timeUnit);

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

  public final native void blockingSubscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native void blockingSubscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Action action);

  public final native void blockingSubscribe(Observer<? super T> observer);

  public final native <R> Observable<R> concatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function);

  public final native <R> Observable<R> concatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function, int n);

  public final native <R> Observable<R> concatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function,
      int n,
      Scheduler scheduler);

  public final native Observable<T> doFinally(Action action);

  public final native Observable<T> doOnComplete(Action action);

  public final native Observable<T> doOnError(Consumer<? super Throwable> consumer);

  public final native Observable<T> doOnNext(Consumer<? super T> consumer);

  public final native Observable<T> doOnSubscribe(Consumer<? super Disposable> consumer);

  public final native Observable<T> doOnTerminate(Action action);

  public final native Observable<T> filter(Predicate<? super T> predicate);

  public final native <R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function);

  public final native <R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function, boolean flag);

  public final native <R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function, boolean flag, int n);

  public final native <R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function,
      Function<? super Throwable, ? extends ObservableSource<? extends R>> function2,
      Supplier<? extends ObservableSource<? extends R>> supplier);

  public final native <R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function, int n);

  public final native <U, R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction);

  public final native <U, R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction,
      boolean flag);

  public final native <U, R> Observable<R> flatMap(
      Function<? super T, ? extends ObservableSource<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction,
      int n);

  public final native Disposable forEach(Consumer<? super T> consumer);

  public final native <R> Observable<R> map(Function<? super T, ? extends R> function);

  public final native Observable<T> observeOn(Scheduler scheduler);

  public final native Observable<T> observeOn(Scheduler scheduler, boolean flag);

  public final native Observable<T> observeOn(Scheduler scheduler, boolean flag, int n);

  public final native Observable<T> onErrorResumeNext(
      Function<? super Throwable, ? extends ObservableSource<? extends T>> function);

  public final native Observable<T> onErrorReturn(
      Function<? super Throwable, ? extends T> function);

  public final native Maybe<T> reduce(BiFunction<T, T, T> biFunction);

  public final native <R> Single<R> reduce(R value, BiFunction<R, ? super T, R> biFunction);

  public final native Observable<T> scan(BiFunction<T, T, T> biFunction);

  public final native <R> Observable<R> scan(R value, BiFunction<R, ? super T, R> biFunction);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Action action);

  public final native void subscribe(Observer<? super T> observer);

  protected abstract void subscribeActual(Observer<? super T> observer);

  public final native Observable<T> subscribeOn(Scheduler scheduler);

  public final native <R> Observable<R> switchMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function);

  public final native <R> Observable<R> switchMap(
      Function<? super T, ? extends ObservableSource<? extends R>> function, int n);

  public final native <U> Observable<T> takeUntil(ObservableSource<U> observableSource);

  public final native Observable<T> takeUntil(Predicate<? super T> predicate);

  public final native Observable<T> takeWhile(Predicate<? super T> predicate);
}
