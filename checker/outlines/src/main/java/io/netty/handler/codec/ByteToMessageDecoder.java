package io.netty.handler.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/** Outline of Netty 4's {@code ByteToMessageDecoder}. */
public abstract class ByteToMessageDecoder extends ChannelInboundHandlerAdapter {
  protected ByteToMessageDecoder() {}

  public final native void handlerRemoved(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void channelRead(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  public native void channelReadComplete(ChannelHandlerContext channelHandlerContext)
      throws Exception;

  public native void channelInactive(ChannelHandlerContext channelHandlerContext) throws Exception;

  public native void userEventTriggered(ChannelHandlerContext channelHandlerContext, Object object)
      throws Exception;

  protected abstract void decode(
      ChannelHandlerContext channelHandlerContext, ByteBuf byteBuf, List<Object> list)
      throws Exception;

  protected native void decodeLast(
      ChannelHandlerContext channelHandlerContext, ByteBuf byteBuf, List<Object> list)
      throws Exception;
}
