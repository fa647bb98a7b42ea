package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code SingleSource}. */
public interface SingleSource<T> {
  void subscribe(SingleObserver<? super T> singleObserver);
}
