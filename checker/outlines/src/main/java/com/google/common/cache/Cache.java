package com.google.common.cache;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Fake of Guava's interface: signatures only. */
public interface Cache<K, V> {
  V getIfPresent(Object key);

  V get(K key, Callable<? extends V> loader) throws ExecutionException;

  void put(K key, V value);

  void putAll(Map<? extends K, ? extends V> m);

  void invalidate(Object key);

  void invalidateAll();

  long size();

  ConcurrentMap<K, V> asMap();

  void cleanUp();
}
