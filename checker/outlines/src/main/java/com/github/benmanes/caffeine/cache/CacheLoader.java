package com.github.benmanes.caffeine.cache;

/** Outline of Caffeine's {@code CacheLoader}. */
public interface CacheLoader<K, V> {
  V load(K value) throws Exception;
}
