package com.google.common.util.concurrent;

/** Outline of Guava's {@code FutureCallback}. */
public interface FutureCallback<V> {
  void onSuccess(V value);

  void onFailure(Throwable throwable);
}
