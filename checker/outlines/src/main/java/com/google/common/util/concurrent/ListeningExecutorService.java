package com.google.common.util.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Outline of Guava's {@code ListeningExecutorService}. */
public interface ListeningExecutorService extends ExecutorService {
  <T> ListenableFuture<T> submit(Callable<T> callable);

  ListenableFuture<?> submit(Runnable runnable);

  <T> ListenableFuture<T> submit(Runnable runnable, T value);
}
