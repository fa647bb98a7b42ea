package io.netty.channel;

/** Outline of Netty 4's {@code Channel}. */
public interface Channel extends Comparable<Channel> {
  EventLoop eventLoop();

  boolean isOpen();

  boolean isActive();

  ChannelFuture closeFuture();

  boolean isWritable();

  ChannelPipeline pipeline();

  Channel read();

  Channel flush();

  ChannelFuture close();

  ChannelFuture write(Object object);

  ChannelFuture writeAndFlush(Object object);

  /** Outline of Netty 4's {@code Unsafe}. */
  interface Unsafe {}
}
