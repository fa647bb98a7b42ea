package com.google.common.cache;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Outline of Guava's {@code Cache}. */
public interface Cache<K, V> {
  V getIfPresent(Object object);

  V get(K value, Callable<? extends V> callable) throws ExecutionException;

  ImmutableMap<K, V> getAllPresent(Iterable<? extends Object> iterable);

  void put(K value, V value2);

  void putAll(Map<? extends K, ? extends V> map);

  void invalidate(Object object);

  void invalidateAll(Iterable<? extends Object> iterable);

  void invalidateAll();

  long size();

  ConcurrentMap<K, V> asMap();

  void cleanUp();
}
