package com.github.benmanes.caffeine.cache;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Outline of Caffeine's {@code LoadingCache}. */
public interface LoadingCache<K, V> extends Cache<K, V> {
  V get(K value);

  Map<K, V> getAll(Iterable<? extends K> iterable);

  CompletableFuture<V> refresh(K value);
}
