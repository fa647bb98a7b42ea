package io.netty.util.concurrent;

/** Outline of Netty 4's {@code EventExecutor}. */
public interface EventExecutor extends EventExecutorGroup {
  boolean inEventLoop();

  boolean inEventLoop(Thread thread);

  <V> Promise<V> newPromise();
}
