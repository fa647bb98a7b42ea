package io.netty.channel;

/** Outline of Netty 4's {@code ChannelInboundHandler}. */
public interface ChannelInboundHandler extends ChannelHandler {
  void channelRegistered(ChannelHandlerContext channelHandlerContext) throws Exception;

  void channelUnregistered(ChannelHandlerContext channelHandlerContext) throws Exception;

  void channelActive(ChannelHandlerContext channelHandlerContext) throws Exception;

  void channelInactive(ChannelHandlerContext channelHandlerContext) throws Exception;

  void channelRead(ChannelHandlerContext channelHandlerContext, Object object) throws Exception;

  void channelReadComplete(ChannelHandlerContext channelHandlerContext) throws Exception;

  void userEventTriggered(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  void channelWritabilityChanged(ChannelHandlerContext channelHandlerContext) throws Exception;
}
