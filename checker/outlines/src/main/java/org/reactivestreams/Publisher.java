package org.reactivestreams;

/** Outline of Reactive Streams' {@code Publisher}. */
public interface Publisher<T> {
  void subscribe(Subscriber<? super T> subscriber);
}
