package com.google.common.util.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Outline of Guava's {@code ListenableFuture}. */
public interface ListenableFuture<V> extends Future<V> {
  void addListener(Runnable runnable, Executor executor);
}
