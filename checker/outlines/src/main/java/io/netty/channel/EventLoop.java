package io.netty.channel;

import io.netty.util.concurrent.EventExecutor;

/** Outline of Netty 4's {@code EventLoop}. */
public interface EventLoop extends EventExecutor, EventLoopGroup {}
