package io.reactivex.rxjava3.core;

/** Fake of RxJava's observable. */
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;

public abstract class Observable<T> {
  public static native <T> Observable<T> fromIterable(Iterable<? extends T> items);

  public final native <R> Observable<R> map(Function<? super T, ? extends R> mapper);

  public final native Observable<T> observeOn(Scheduler scheduler);

  public final native Observable<T> subscribeOn(Scheduler scheduler);

  public final native T blockingFirst();

  public final native Disposable subscribe(Consumer<? super T> onNext);
}
