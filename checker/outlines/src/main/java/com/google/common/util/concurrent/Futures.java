package com.google.common.util.concurrent;

/** Fake of Guava's helpers for futures. */
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

public final class Futures {
  private Futures() {}

  public static native <V> void addCallback(
      ListenableFuture<V> future, FutureCallback<? super V> callback, Executor executor);

  public static native <V> V getDone(Future<V> future) throws ExecutionException;

  public static native <V> V getUnchecked(Future<V> future);
}
