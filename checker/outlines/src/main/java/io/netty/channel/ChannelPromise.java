package io.netty.channel;

import io.netty.util.concurrent.Promise;

/** Outline of Netty 4's {@code ChannelPromise}. */
public interface ChannelPromise extends ChannelFuture, Promise<Void> {
  Channel channel();

  ChannelPromise setSuccess();

  boolean trySuccess();

  ChannelPromise setFailure(Throwable throwable);
}
