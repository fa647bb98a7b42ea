package io.netty.channel;

import java.net.SocketAddress;

/** Outline of Netty 4's {@code ChannelDuplexHandler}. */
public class ChannelDuplexHandler extends ChannelInboundHandlerAdapter
    implements ChannelOutboundHandler {
  public ChannelDuplexHandler() {}

  public native void bind(
      ChannelHandlerContext channelHandlerContext,
      SocketAddress socketAddress,
      ChannelPromise channelPromise)
      throws Exception;

  public native void connect(
      ChannelHandlerContext channelHandlerContext,
      SocketAddress socketAddress,
      SocketAddress socketAddress2,
      ChannelPromise channelPromise)
      throws Exception;

  public native void disconnect(
      ChannelHandlerContext channelHandlerContext, ChannelPromise channelPromise) throws Exception;

  public native void close(
      ChannelHandlerContext channelHandlerContext, ChannelPromise channelPromise) throws Exception;

  public native void deregister(
      ChannelHandlerContext channelHandlerContext, ChannelPromise channelPromise) throws Exception;

  public native void read(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void write(
      ChannelHandlerContext channelHandlerContext, Object object, ChannelPromise channelPromise)
      throws Exception;

  public native void flush(ChannelHandlerContext channelHandlerContext) throws Exception;
}
