package com.google.common.util.concurrent;

import java.util.concurrent.TimeUnit;

/** Outline of Guava's {@code RateLimiter}. */
public abstract class RateLimiter {
  public static native RateLimiter create(double n);

  public native double acquire();

  public native double acquire(int n);

  public native boolean tryAcquire(long n, TimeUnit timeUnit);
}
