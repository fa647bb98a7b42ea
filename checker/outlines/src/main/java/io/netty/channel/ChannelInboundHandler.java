package io.netty.channel;

/** Fake of Netty's handler of what comes in. */
public interface ChannelInboundHandler extends ChannelHandler {
  void channelActive(ChannelHandlerContext ctx) throws Exception;

  void channelInactive(ChannelHandlerContext ctx) throws Exception;

  void channelRead(ChannelHandlerContext ctx, Object message) throws Exception;

  void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception;
}
