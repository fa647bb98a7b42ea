package com.google.common.util.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Outline of Guava's {@code MoreExecutors}. */
public final class MoreExecutors {
  private MoreExecutors() {}

  public static native ListeningExecutorService newDirectExecutorService();

  public static native Executor directExecutor();

  public static native ListeningExecutorService listeningDecorator(ExecutorService executorService);

  public static native boolean shutdownAndAwaitTermination(
      ExecutorService executorService, long n, TimeUnit timeUnit);

  public static native Executor newSequentialExecutor(Executor delegate);
}
