package io.netty.util.concurrent;

/** Outline of Netty 4's {@code Promise}. */
public interface Promise<V> extends Future<V> {
  Promise<V> setSuccess(V value);

  boolean trySuccess(V value);

  Promise<V> setFailure(Throwable throwable);

  boolean tryFailure(Throwable throwable);
}
