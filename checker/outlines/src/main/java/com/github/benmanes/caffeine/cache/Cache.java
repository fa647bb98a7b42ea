package com.github.benmanes.caffeine.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Fake of Caffeine's interface: signatures only. */
public interface Cache<K, V> {
  V getIfPresent(K key);

  V get(K key, Function<? super K, ? extends V> mappingFunction);

  void put(K key, V value);

  void putAll(Map<? extends K, ? extends V> map);

  void invalidate(K key);

  void invalidateAll();

  long estimatedSize();

  ConcurrentMap<K, V> asMap();

  void cleanUp();
}
