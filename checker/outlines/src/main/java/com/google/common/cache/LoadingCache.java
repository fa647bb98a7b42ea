package com.google.common.cache;

import com.google.common.base.Function;
import com.google.common.collect.ImmutableMap;
import java.util.concurrent.ExecutionException;

/** Outline of Guava's {@code LoadingCache}. */
public interface LoadingCache<K, V> extends Cache<K, V>, Function<K, V> {
  V get(K value) throws ExecutionException;

  V getUnchecked(K value);

  ImmutableMap<K, V> getAll(Iterable<? extends K> iterable) throws ExecutionException;

  void refresh(K value);
}
