package io.netty.util.concurrent;

import java.util.EventListener;

/** Outline of Netty 4's {@code GenericFutureListener}. */
public interface GenericFutureListener<F extends Future<?>> extends EventListener {
  void operationComplete(F value) throws Exception;
}
