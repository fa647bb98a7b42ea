package io.netty.channel;

import io.netty.util.concurrent.GenericFutureListener;

/** Outline of Netty 4's {@code ChannelFutureListener}. */
public interface ChannelFutureListener extends GenericFutureListener<ChannelFuture> {
  ChannelFutureListener CLOSE = null;
}
