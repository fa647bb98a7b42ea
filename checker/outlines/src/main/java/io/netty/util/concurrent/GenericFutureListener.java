package io.netty.util.concurrent;

/** Fake of Netty's listener. */
public interface GenericFutureListener<F extends Future<?>> {
  void operationComplete(F future) throws Exception;
}
