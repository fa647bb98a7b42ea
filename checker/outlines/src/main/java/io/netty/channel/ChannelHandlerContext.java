package io.netty.channel;

import io.netty.util.concurrent.EventExecutor;

/** Outline of Netty 4's {@code ChannelHandlerContext}. */
public interface ChannelHandlerContext {
  Channel channel();

  EventExecutor executor();

  ChannelHandlerContext fireChannelActive();

  ChannelHandlerContext fireChannelInactive();

  ChannelHandlerContext fireExceptionCaught(Throwable throwable);

  ChannelHandlerContext fireUserEventTriggered(Object object);

  ChannelHandlerContext fireChannelRead(Object object);

  ChannelHandlerContext fireChannelReadComplete();

  ChannelHandlerContext read();

  ChannelHandlerContext flush();

  ChannelPipeline pipeline();

  ChannelFuture close();

  ChannelFuture write(Object object);

  ChannelFuture writeAndFlush(Object object);

  ChannelPromise newPromise();
}
