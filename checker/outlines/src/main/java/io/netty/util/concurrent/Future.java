package io.netty.util.concurrent;

/** Fake of Netty's future. */
public interface Future<V> extends java.util.concurrent.Future<V> {
  boolean isSuccess();

  V getNow();

  Future<V> addListener(GenericFutureListener<? extends Future<? super V>> listener);

  Future<V> sync() throws InterruptedException;

  Future<V> syncUninterruptibly();

  Future<V> await() throws InterruptedException;

  Future<V> awaitUninterruptibly();
}
