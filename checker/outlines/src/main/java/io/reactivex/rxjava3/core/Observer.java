package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;

/** Outline of RxJava 3's {@code Observer}. */
public interface Observer<T> {
  void onSubscribe(Disposable disposable);

  void onNext(T value);

  void onError(Throwable throwable);

  void onComplete();
}
