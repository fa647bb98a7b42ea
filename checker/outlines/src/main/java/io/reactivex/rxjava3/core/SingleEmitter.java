package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code SingleEmitter}. */
public interface SingleEmitter<T> {
  void onSuccess(T value);

  void onError(Throwable throwable);

  boolean isDisposed();
}
