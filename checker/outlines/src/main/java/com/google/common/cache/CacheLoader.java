package com.google.common.cache;

import com.google.common.base.Function;
import com.google.common.base.Supplier;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.Map;

/** Outline of Guava's {@code CacheLoader}. */
public abstract class CacheLoader<K, V> {
  protected CacheLoader() {}

  public abstract V load(K value) throws Exception;

  public native ListenableFuture<V> reload(K value, V value2) throws Exception;

  public native Map<K, V> loadAll(Iterable<? extends K> iterable) throws Exception;

  public static native <K, V> CacheLoader<K, V> from(Function<K, V> function);

  public static native <V> CacheLoader<Object, V> from(Supplier<V> supplier);
}
