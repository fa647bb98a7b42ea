package com.google.common.cache;

import java.util.concurrent.TimeUnit;

/** Fake of Guava's class: signatures only. */
public final class CacheBuilder<K, V> {
  public static CacheBuilder<Object, Object> newBuilder() {
    throw new UnsupportedOperationException();
  }

  public CacheBuilder<K, V> maximumSize(long size) {
    return this;
  }

  public CacheBuilder<K, V> expireAfterWrite(long duration, TimeUnit unit) {
    return this;
  }

  public <A extends K, B extends V> Cache<A, B> build() {
    throw new UnsupportedOperationException();
  }

  public <A extends K, B extends V> LoadingCache<A, B> build(CacheLoader<? super A, B> loader) {
    throw new UnsupportedOperationException();
  }
}
