package com.google.common.util.concurrent;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;

/** Outline of Guava's {@code Uninterruptibles}. */
public final class Uninterruptibles {
  private Uninterruptibles() {}

  public static native void awaitUninterruptibly(CountDownLatch countDownLatch);

  public static native boolean awaitUninterruptibly(
      CountDownLatch countDownLatch, long n, TimeUnit timeUnit);

  public static native boolean awaitUninterruptibly(Condition condition, long n, TimeUnit timeUnit);

  public static native void joinUninterruptibly(Thread thread);

  public static native void joinUninterruptibly(Thread thread, long n, TimeUnit timeUnit);

  public static native <V> V getUninterruptibly(Future<V> future) throws ExecutionException;

  public static native <V> V getUninterruptibly(Future<V> future, long n, TimeUnit timeUnit)
      throws ExecutionException, TimeoutException;

  public static native <E> E takeUninterruptibly(BlockingQueue<E> blockingQueue);

  public static native <E> void putUninterruptibly(BlockingQueue<E> blockingQueue, E value);

  public static native void sleepUninterruptibly(long n, TimeUnit timeUnit);

  public static native boolean tryAcquireUninterruptibly(
      Semaphore semaphore, long n, TimeUnit timeUnit);

  public static native void awaitTerminationUninterruptibly(ExecutorService executorService);

  public static native boolean awaitTerminationUninterruptibly(
      ExecutorService executorService, Duration duration);

  public static native boolean awaitTerminationUninterruptibly(
      ExecutorService executorService, long n, TimeUnit timeUnit);
}
