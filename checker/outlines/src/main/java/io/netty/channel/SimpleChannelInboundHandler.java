package io.netty.channel;

/** Outline of Netty 4's {@code SimpleChannelInboundHandler}. */
public abstract class SimpleChannelInboundHandler<I> extends ChannelInboundHandlerAdapter {
  protected SimpleChannelInboundHandler() {}

  public native void channelRead(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  protected abstract void channelRead0(ChannelHandlerContext channelHandlerContext, I value)
      throws Exception;
}
