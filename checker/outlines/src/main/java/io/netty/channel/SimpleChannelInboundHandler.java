package io.netty.channel;

/** Fake of Netty's typed handler. */
public abstract class SimpleChannelInboundHandler<I> extends ChannelInboundHandlerAdapter {
  protected abstract void channelRead0(ChannelHandlerContext ctx, I message) throws Exception;
}
