package io.netty.channel;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;

/** Outline of Netty 4's {@code ChannelFuture}. */
public interface ChannelFuture extends Future<Void> {
  Channel channel();

  ChannelFuture addListener(
      GenericFutureListener<? extends Future<? super Void>> genericFutureListener);

  ChannelFuture sync() throws InterruptedException;

  ChannelFuture syncUninterruptibly();

  ChannelFuture await() throws InterruptedException;

  ChannelFuture awaitUninterruptibly();
}
