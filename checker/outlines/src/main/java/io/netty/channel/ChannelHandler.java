package io.netty.channel;

/** Fake of Netty's handler. */
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

public interface ChannelHandler {
  /** One instance serves several channels. */
  @Target(ElementType.TYPE)
  @interface Sharable {}
}
