package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.functions.BiFunction;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.Callable;

/** Outline of RxJava 3's {@code Maybe}. */
public abstract class Maybe<T> implements MaybeSource<T> {
  public static native <T> Maybe<T> defer(Supplier<? extends MaybeSource<? extends T>> supplier);

  public static native <T> Maybe<T> empty();

  public static native <T> Maybe<T> fromCallable(Callable<? extends T> callable);

  public static native <T> Maybe<T> just(T value);

  public final native T blockingGet();

  public final native T blockingGet(T value);

  public final native <R> Maybe<R> concatMap(
      Function<? super T, ? extends MaybeSource<? extends R>> function);

  public final native Maybe<T> doFinally(Action action);

  public final native Maybe<T> doOnComplete(Action action);

  public final native Maybe<T> doOnError(Consumer<? super Throwable> consumer);

  public final native Maybe<T> doOnSubscribe(Consumer<? super Disposable> consumer);

  public final native Maybe<T> doOnTerminate(Action action);

  public final native Maybe<T> doOnSuccess(Consumer<? super T> consumer);

  public final native Maybe<T> filter(Predicate<? super T> predicate);

  public final native <R> Maybe<R> flatMap(
      Function<? super T, ? extends MaybeSource<? extends R>> function);

  public final native <R> Maybe<R> flatMap(
      Function<? super T, ? extends MaybeSource<? extends R>> function,
      Function<? super Throwable, ? extends MaybeSource<? extends R>> function2,
      Supplier<? extends MaybeSource<? extends R>> supplier);

  public final native <U, R> Maybe<R> flatMap(
      Function<? super T, ? extends MaybeSource<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction);

  public final native <R> Maybe<R> map(Function<? super T, ? extends R> function);

  public final native Maybe<T> observeOn(Scheduler scheduler);

  public final native Maybe<T> onErrorResumeNext(
      Function<? super Throwable, ? extends MaybeSource<? extends T>> function);

  public final native Maybe<T> onErrorReturn(Function<? super Throwable, ? extends T> function);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2, Action action);

  public final native Maybe<T> subscribeOn(Scheduler scheduler);
}
