package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code SingleOnSubscribe}. */
public interface SingleOnSubscribe<T> {
  void subscribe(SingleEmitter<T> singleEmitter) throws Throwable;
}
