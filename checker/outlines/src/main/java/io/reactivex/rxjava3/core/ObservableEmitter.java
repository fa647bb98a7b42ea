package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;

/** Outline of RxJava 3's {@code ObservableEmitter}. */
public interface ObservableEmitter<T> extends Emitter<T> {
  void setDisposable(Disposable disposable);

  boolean isDisposed();
}
