package io.netty.channel;

import io.netty.util.concurrent.EventExecutorGroup;

/** Outline of Netty 4's {@code EventLoopGroup}. */
public interface EventLoopGroup extends EventExecutorGroup {
  EventLoop next();
}
