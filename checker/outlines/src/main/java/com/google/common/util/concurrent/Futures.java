package com.google.common.util.concurrent;

import com.google.common.base.Function;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Outline of Guava's {@code Futures}. */
public final class Futures {
  private Futures() {}

  public static native <V> ListenableFuture<V> immediateFuture(V value);

  public static native <V> ListenableFuture<V> immediateFailedFuture(Throwable throwable);

  public static native <O> ListenableFuture<O> submit(Callable<O> callable, Executor executor);

  public static native ListenableFuture<Void> submit(Runnable runnable, Executor executor);

  public static native <V, X extends Throwable> ListenableFuture<V> catching(
      ListenableFuture<? extends V> listenableFuture,
      Class<X> classValue,
      Function<? super X, ? extends V> function,
      Executor executor);

  public static native <V, X extends Throwable> ListenableFuture<V> catchingAsync(
      ListenableFuture<? extends V> listenableFuture,
      Class<X> classValue,
      AsyncFunction<? super X, ? extends V> asyncFunction,
      Executor executor);

  public static native <I, O> ListenableFuture<O> transformAsync(
      ListenableFuture<I> listenableFuture,
      AsyncFunction<? super I, ? extends O> asyncFunction,
      Executor executor);

  public static native <I, O> ListenableFuture<O> transform(
      ListenableFuture<I> listenableFuture,
      Function<? super I, ? extends O> function,
      Executor executor);

  public static native <V> ListenableFuture<List<V>> allAsList(
      Iterable<? extends ListenableFuture<? extends V>> iterable);

  public static native <V> void addCallback(
      ListenableFuture<V> listenableFuture,
      FutureCallback<? super V> futureCallback,
      Executor executor);

  public static native <V> V getDone(Future<V> future) throws ExecutionException;

  public static native <V, X extends Exception> V getChecked(Future<V> future, Class<X> classValue)
      throws X;

  public static native <V> V getUnchecked(Future<V> future);
}
