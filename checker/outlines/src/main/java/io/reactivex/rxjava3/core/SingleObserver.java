package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;

/** Outline of RxJava 3's {@code SingleObserver}. */
public interface SingleObserver<T> {
  void onSubscribe(Disposable disposable);

  void onSuccess(T value);

  void onError(Throwable throwable);
}
