package com.google.common.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Outline of Guava's {@code CacheBuilder}. */
public final class CacheBuilder<K, V> {
  private CacheBuilder() {}

  public static native CacheBuilder<Object, Object> newBuilder();

  public native CacheBuilder<K, V> initialCapacity(int n);

  public native CacheBuilder<K, V> concurrencyLevel(int n);

  public native CacheBuilder<K, V> maximumSize(long n);

  public native CacheBuilder<K, V> maximumWeight(long n);

  public native CacheBuilder<K, V> weakKeys();

  public native CacheBuilder<K, V> weakValues();

  public native CacheBuilder<K, V> softValues();

  public native CacheBuilder<K, V> expireAfterWrite(Duration duration);

  public native CacheBuilder<K, V> expireAfterWrite(long n, TimeUnit timeUnit);

  public native CacheBuilder<K, V> expireAfterAccess(Duration duration);

  public native CacheBuilder<K, V> expireAfterAccess(long n, TimeUnit timeUnit);

  public native CacheBuilder<K, V> refreshAfterWrite(Duration duration);

  public native CacheBuilder<K, V> refreshAfterWrite(long n, TimeUnit timeUnit);

  public native CacheBuilder<K, V> recordStats();

  public native <K1 extends K, V1 extends V> LoadingCache<K1, V1> build(
      CacheLoader<? super K1, V1> cacheLoader);

  public native <K1 extends K, V1 extends V> Cache<K1, V1> build();
}
