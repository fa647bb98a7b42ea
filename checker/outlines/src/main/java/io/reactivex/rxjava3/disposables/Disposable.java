package io.reactivex.rxjava3.disposables;

/** Fake of RxJava's subscription. */
public interface Disposable {
  void dispose();
}
