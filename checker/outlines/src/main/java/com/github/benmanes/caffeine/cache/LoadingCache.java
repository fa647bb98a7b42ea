package com.github.benmanes.caffeine.cache;

/** Fake of Caffeine's interface: signatures only. */
public interface LoadingCache<K, V> extends Cache<K, V> {
  V get(K key);
}
