package org.reactivestreams;

/** Outline of Reactive Streams' {@code Subscription}. */
public interface Subscription {
  void request(long n);

  void cancel();
}
