package io.netty.channel;

/** Outline of Netty 4's {@code ChannelHandlerAdapter}. */
public abstract class ChannelHandlerAdapter implements ChannelHandler {
  public native void handlerAdded(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void handlerRemoved(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void exceptionCaught(
      ChannelHandlerContext channelHandlerContext, Throwable throwable) throws Exception;
}
