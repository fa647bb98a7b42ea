package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code ObservableOnSubscribe}. */
public interface ObservableOnSubscribe<T> {
  void subscribe(ObservableEmitter<T> observableEmitter) throws Throwable;
}
