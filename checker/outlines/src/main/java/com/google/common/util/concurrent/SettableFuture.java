package com.google.common.util.concurrent;

/** Outline of Guava's {@code SettableFuture}. */
public final class SettableFuture<V> extends AbstractFuture<V> {
  private SettableFuture() {}

  public static native <V> SettableFuture<V> create();

  @Override
  public native boolean set(V value);

  @Override
  public native boolean setException(Throwable throwable);

  @Override
  public native boolean setFuture(ListenableFuture<? extends V> future);
}
