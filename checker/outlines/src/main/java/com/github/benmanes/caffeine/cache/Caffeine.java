package com.github.benmanes.caffeine.cache;

import java.time.Duration;

/** Fake of Caffeine's class: signatures only. */
public final class Caffeine<K, V> {
  public static Caffeine<Object, Object> newBuilder() {
    throw new UnsupportedOperationException();
  }

  public Caffeine<K, V> maximumSize(long size) {
    return this;
  }

  public Caffeine<K, V> expireAfterWrite(Duration duration) {
    return this;
  }

  public <A extends K, B extends V> Cache<A, B> build() {
    throw new UnsupportedOperationException();
  }

  public <A extends K, B extends V> LoadingCache<A, B> build(CacheLoader<? super A, B> loader) {
    throw new UnsupportedOperationException();
  }
}
