package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code ObservableSource}. */
public interface ObservableSource<T> {
  void subscribe(Observer<? super T> observer);
}
