package io.reactivex.rxjava3.disposables;

/** Outline of RxJava 3's {@code Disposable}. */
public interface Disposable {
  void dispose();

  boolean isDisposed();
}
