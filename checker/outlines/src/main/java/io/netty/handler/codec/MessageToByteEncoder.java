package io.netty.handler.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Outline of Netty 4's {@code MessageToByteEncoder}. */
public abstract class MessageToByteEncoder<I> extends ChannelOutboundHandlerAdapter {
  protected MessageToByteEncoder() {}

  public native void write(
      ChannelHandlerContext channelHandlerContext, Object object, ChannelPromise channelPromise)
      throws Exception;

  protected abstract void encode(
      ChannelHandlerContext channelHandlerContext, I value, ByteBuf byteBuf) throws Exception;
}
