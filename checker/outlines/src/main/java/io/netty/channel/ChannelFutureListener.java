package io.netty.channel;

/** Fake of Netty's listener. */
import io.netty.util.concurrent.GenericFutureListener;

public interface ChannelFutureListener extends GenericFutureListener<ChannelFuture> {}
