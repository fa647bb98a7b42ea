package io.netty.util.concurrent;

/** Fake of Netty's executor. */
import java.util.concurrent.Callable;

public interface EventExecutor extends java.util.concurrent.ScheduledExecutorService {
  boolean inEventLoop();

  @Override
  <T> Future<T> submit(Callable<T> task);

  @Override
  Future<?> submit(Runnable task);
}
