package io.netty.channel;

/** Outline of Netty 4's {@code ChannelInboundHandlerAdapter}. */
public class ChannelInboundHandlerAdapter extends ChannelHandlerAdapter
    implements ChannelInboundHandler {
  public ChannelInboundHandlerAdapter() {}

  public native void channelRegistered(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void channelUnregistered(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void channelActive(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void channelInactive(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void channelRead(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  public native void channelReadComplete(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void userEventTriggered(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  public native void channelWritabilityChanged(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void exceptionCaught(
      ChannelHandlerContext channelHandlerContext, Throwable throwable) throws Exception;
}
