package io.netty.util.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Outline of Netty 4's {@code EventExecutorGroup}. */
public interface EventExecutorGroup extends ScheduledExecutorService, Iterable<EventExecutor> {
  Future<?> shutdownGracefully();

  EventExecutor next();

  Future<?> submit(Runnable runnable);

  <T> Future<T> submit(Runnable runnable, T value);

  <T> Future<T> submit(Callable<T> callable);

  ScheduledFuture<?> schedule(Runnable runnable, long n, TimeUnit timeUnit);

  <V> ScheduledFuture<V> schedule(Callable<V> callable, long n, TimeUnit timeUnit);

  ScheduledFuture<?> scheduleAtFixedRate(Runnable runnable, long n, long n2, TimeUnit timeUnit);

  ScheduledFuture<?> scheduleWithFixedDelay(Runnable runnable, long n, long n2, TimeUnit timeUnit);
}
