package com.google.common.cache;

import java.util.concurrent.ExecutionException;

/** Fake of Guava's interface: signatures only. */
public interface LoadingCache<K, V> extends Cache<K, V> {
  V get(K key) throws ExecutionException;

  V getUnchecked(K key);

  void refresh(K key);
}
