package org.reactivestreams;

/** Outline of Reactive Streams' {@code Subscriber}. */
public interface Subscriber<T> {
  void onSubscribe(Subscription subscription);

  void onNext(T value);

  void onError(Throwable throwable);

  void onComplete();
}
