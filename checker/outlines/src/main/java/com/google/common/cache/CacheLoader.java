package com.google.common.cache;

import java.util.function.Function;

/** Fake of Guava's class: signatures only. */
public abstract class CacheLoader<K, V> {
  public abstract V load(K key) throws Exception;

  public static <K, V> CacheLoader<K, V> from(Function<K, V> function) {
    throw new UnsupportedOperationException();
  }
}
