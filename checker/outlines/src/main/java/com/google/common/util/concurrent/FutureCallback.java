package com.google.common.util.concurrent;

/** Fake of Guava's callback. */
public interface FutureCallback<V> {
  void onSuccess(V result);

  void onFailure(Throwable t);
}
