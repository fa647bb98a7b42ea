package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code Emitter}. */
public interface Emitter<T> {
  void onNext(T value);

  void onError(Throwable throwable);

  void onComplete();
}
