package com.github.benmanes.caffeine.cache;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Outline of Caffeine's {@code Cache}. */
public interface Cache<K, V> {
  V getIfPresent(K value);

  V get(K value, Function<? super K, ? extends V> function);

  Map<K, V> getAllPresent(Iterable<? extends K> iterable);

  Map<K, V> getAll(
      Iterable<? extends K> iterable,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> function);

  void put(K value, V value2);

  void putAll(Map<? extends K, ? extends V> map);

  void invalidate(K value);

  void invalidateAll(Iterable<? extends K> iterable);

  void invalidateAll();

  long estimatedSize();

  ConcurrentMap<K, V> asMap();

  void cleanUp();
}
