package com.github.benmanes.caffeine.cache;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Outline of Caffeine's {@code Caffeine}. */
public final class Caffeine<K, V> {
  private Caffeine() {}

  public static native Caffeine<Object, Object> newBuilder();

  public native Caffeine<K, V> initialCapacity(int n);

  public native Caffeine<K, V> executor(Executor executor);

  public native Caffeine<K, V> maximumSize(long n);

  public native Caffeine<K, V> maximumWeight(long n);

  public native Caffeine<K, V> weakKeys();

  public native Caffeine<K, V> weakValues();

  public native Caffeine<K, V> softValues();

  public native Caffeine<K, V> expireAfterWrite(Duration duration);

  public native Caffeine<K, V> expireAfterWrite(long n, TimeUnit timeUnit);

  public native Caffeine<K, V> expireAfterAccess(Duration duration);

  public native Caffeine<K, V> expireAfterAccess(long n, TimeUnit timeUnit);

  public native Caffeine<K, V> refreshAfterWrite(Duration duration);

  public native Caffeine<K, V> refreshAfterWrite(long n, TimeUnit timeUnit);

  public native Caffeine<K, V> recordStats();

  public native <K1 extends K, V1 extends V> Cache<K1, V1> build();

  public native <K1 extends K, V1 extends V> LoadingCache<K1, V1> build(
      CacheLoader<? super K1, V1> cacheLoader);
}
