package io.netty.util.concurrent;

import java.util.concurrent.TimeUnit;

/** Outline of Netty 4's {@code Future}. */
public interface Future<V> extends java.util.concurrent.Future<V> {
  boolean isSuccess();

  Throwable cause();

  Future<V> addListener(GenericFutureListener<? extends Future<? super V>> genericFutureListener);

  Future<V> sync() throws InterruptedException;

  Future<V> syncUninterruptibly();

  Future<V> await() throws InterruptedException;

  Future<V> awaitUninterruptibly();

  boolean await(long n, TimeUnit timeUnit) throws InterruptedException;

  boolean await(long n) throws InterruptedException;

  boolean awaitUninterruptibly(long n, TimeUnit timeUnit);

  boolean awaitUninterruptibly(long n);

  V getNow();
}
