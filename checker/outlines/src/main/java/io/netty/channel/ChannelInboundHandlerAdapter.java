package io.netty.channel;

/** Fake of Netty's adapter. */
public class ChannelInboundHandlerAdapter implements ChannelInboundHandler {
  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {}

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {}

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    ctx.fireChannelRead(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {}
}
