package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Outline of RxJava 3's {@code Completable}. */
public abstract class Completable implements CompletableSource {
  public static native Completable complete();

  public static native Completable defer(Supplier<? extends CompletableSource> supplier);

  public static native Completable fromAction(Action action);

  public static native Completable fromCallable(Callable<?> callable);

  public static native Completable fromRunnable(Runnable runnable);

  public final native Completable andThen(CompletableSource completableSource);

  public final native void blockingAwait();

  public final native boolean blockingAwait(long n, TimeUnit timeUnit);

  public final native Completable doOnComplete(Action action);

  public final native Completable doOnError(Consumer<? super Throwable> consumer);

  public final native Completable doOnSubscribe(Consumer<? super Disposable> consumer);

  public final native Completable doOnTerminate(Action action);

  public final native Completable doFinally(Action action);

  public final native Completable observeOn(Scheduler scheduler);

  public final native Completable onErrorResumeNext(
      Function<? super Throwable, ? extends CompletableSource> function);

  public final native <T> Maybe<T> onErrorReturn(Function<? super Throwable, ? extends T> function);

  public final native Disposable subscribe();

  public final native Disposable subscribe(Action action, Consumer<? super Throwable> consumer);

  public final native Disposable subscribe(Action action);

  public final native Completable subscribeOn(Scheduler scheduler);
}
