package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.functions.BiConsumer;
import io.reactivex.rxjava3.functions.BiFunction;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.Callable;

/** Outline of RxJava 3's {@code Single}. */
public abstract class Single<T> implements SingleSource<T> {
  public static native <T> Single<T> create(SingleOnSubscribe<T> singleOnSubscribe);

  public static native <T> Single<T> defer(Supplier<? extends SingleSource<? extends T>> supplier);

  public static native <T> Single<T> fromCallable(Callable<? extends T> callable);

  public static native <T> Single<T> just(T value);

  public final native <R> Single<R> concatMap(
      Function<? super T, ? extends SingleSource<? extends R>> function);

  public final native Single<T> doFinally(Action action);

  public final native Single<T> doOnSubscribe(Consumer<? super Disposable> consumer);

  public final native Single<T> doOnTerminate(Action action);

  public final native Single<T> doOnSuccess(Consumer<? super T> consumer);

  public final native Single<T> doOnError(Consumer<? super Throwable> consumer);

  public final native Maybe<T> filter(Predicate<? super T> predicate);

  public final native <R> Single<R> flatMap(
      Function<? super T, ? extends SingleSource<? extends R>> function);

  public final native <U, R> Single<R> flatMap(
      Function<? super T, ? extends SingleSource<? extends U>> function,
      BiFunction<? super T, ? super U, ? extends R> biFunction);

  public final native <R> Single<R> flatMap(
      Function<? super T, ? extends SingleSource<? extends R>> function,
      Function<? super Throwable, ? extends SingleSource<? extends R>> function2);

  public final native T blockingGet();

  public final native <R> Single<R> map(Function<? super T, ? extends R> function);

  public final native Single<T> observeOn(Scheduler scheduler);

  public final native Single<T> onErrorReturn(Function<Throwable, ? extends T> function);

  public final native Single<T> onErrorResumeNext(
      Function<? super Throwable, ? extends SingleSource<? extends T>> function);

  public final native Disposable subscribe();

  public final native Disposable subscribe(BiConsumer<? super T, ? super Throwable> biConsumer);

  public final native Disposable subscribe(Consumer<? super T> consumer);

  public final native Disposable subscribe(
      Consumer<? super T> consumer, Consumer<? super Throwable> consumer2);

  public final native void subscribe(SingleObserver<? super T> singleObserver);

  protected abstract void subscribeActual(SingleObserver<? super T> singleObserver);

  public final native Single<T> subscribeOn(Scheduler scheduler);
}
