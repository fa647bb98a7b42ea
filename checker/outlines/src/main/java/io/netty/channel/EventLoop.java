package io.netty.channel;

/** Fake of Netty's event loop. */
import io.netty.util.concurrent.EventExecutor;

public interface EventLoop extends EventExecutor {}
