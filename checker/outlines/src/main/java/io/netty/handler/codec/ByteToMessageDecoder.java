package io.netty.handler.codec;

/** Fake of Netty's decoder. */
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

public abstract class ByteToMessageDecoder extends ChannelInboundHandlerAdapter {
  protected abstract void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception;
}
