package io.netty.channel;

/** Fake of Netty's context. */
import io.netty.util.concurrent.EventExecutor;

public interface ChannelHandlerContext {
  Channel channel();

  EventExecutor executor();

  ChannelHandlerContext fireChannelRead(Object message);

  ChannelFuture write(Object message);

  ChannelFuture writeAndFlush(Object message);

  ChannelHandlerContext flush();

  ChannelFuture close();
}
