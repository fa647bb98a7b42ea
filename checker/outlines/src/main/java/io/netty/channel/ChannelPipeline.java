package io.netty.channel;

import io.netty.util.concurrent.EventExecutorGroup;
import java.util.Map;

/** Outline of Netty 4's {@code ChannelPipeline}. */
public interface ChannelPipeline extends Iterable<Map.Entry<String, ChannelHandler>> {
  ChannelPipeline addLast(String text, ChannelHandler channelHandler);

  ChannelPipeline addFirst(ChannelHandler... channelHandler);

  ChannelPipeline addLast(ChannelHandler... channelHandler);

  ChannelPipeline addLast(EventExecutorGroup eventExecutorGroup, ChannelHandler... channelHandler);

  ChannelPipeline remove(ChannelHandler channelHandler);

  Channel channel();
}
