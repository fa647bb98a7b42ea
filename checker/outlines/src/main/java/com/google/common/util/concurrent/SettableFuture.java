package com.google.common.util.concurrent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Outline of Guava's {@code SettableFuture}. */
public final class SettableFuture<V> implements ListenableFuture<V> {
  private SettableFuture() {}

  public static native <V> SettableFuture<V> create();

  public native boolean set(V value);

  public native boolean setException(Throwable throwable);

  public final native V get() throws InterruptedException, ExecutionException;

  public final native V get(long n, TimeUnit timeUnit)
      throws InterruptedException, ExecutionException, TimeoutException;

  public final native boolean isDone();

  public final native boolean isCancelled();

  public final native void addListener(Runnable runnable, Executor executor);

  public final native boolean cancel(boolean flag);
}
