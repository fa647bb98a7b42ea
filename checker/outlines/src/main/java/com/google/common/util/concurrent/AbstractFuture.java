package com.google.common.util.concurrent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Outline of Guava's {@code AbstractFuture}. */
public abstract class AbstractFuture<V> implements ListenableFuture<V> {
  protected AbstractFuture() {}

  protected native boolean set(V value);

  protected native boolean setException(Throwable throwable);

  protected native boolean setFuture(ListenableFuture<? extends V> future);

  public native V get() throws InterruptedException, ExecutionException;

  public native V get(long n, TimeUnit timeUnit)
      throws InterruptedException, ExecutionException, TimeoutException;

  public native boolean isDone();

  public native boolean isCancelled();

  public native void addListener(Runnable runnable, Executor executor);

  public native boolean cancel(boolean flag);
}
