package io.netty.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Outline of Netty 4's {@code ChannelHandler}. */
public interface ChannelHandler {
  void handlerAdded(ChannelHandlerContext channelHandlerContext) throws Exception;

  void handlerRemoved(ChannelHandlerContext channelHandlerContext) throws Exception;

  void exceptionCaught(ChannelHandlerContext channelHandlerContext, Throwable throwable)
      throws Exception;

  /** Outline of Netty 4's {@code Sharable}. */
  @Inherited
  @Target({ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Sharable {}
}
