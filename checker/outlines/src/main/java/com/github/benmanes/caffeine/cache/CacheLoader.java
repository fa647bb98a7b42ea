package com.github.benmanes.caffeine.cache;

/** Fake of Caffeine's interface: signatures only. */
@FunctionalInterface
public interface CacheLoader<K, V> {
  V load(K key) throws Exception;
}
