package io.netty.channel;

/** Outline of Netty 4's {@code ChannelInitializer}. */
public abstract class ChannelInitializer<C extends Channel> extends ChannelInboundHandlerAdapter {
  public ChannelInitializer() {}

  protected abstract void initChannel(C value) throws Exception;

  public final native void channelRegistered(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void exceptionCaught(
      ChannelHandlerContext channelHandlerContext, Throwable throwable) throws Exception;

  public native void handlerAdded(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void handlerRemoved(ChannelHandlerContext channelHandlerContext) throws Exception;
}
