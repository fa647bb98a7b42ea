package io.netty.channel;

/** Fake of Netty's channel. */
public interface Channel {
  EventLoop eventLoop();

  boolean isActive();

  ChannelFuture writeAndFlush(Object message);

  ChannelFuture close();
}
