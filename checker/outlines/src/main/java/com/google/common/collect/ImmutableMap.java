package com.google.common.collect;

import java.io.Serializable;
import java.util.Map;

/** Outline of Guava's {@code ImmutableMap}. */
public abstract class ImmutableMap<K, V> implements Map<K, V>, Serializable {
  public static native <K, V> ImmutableMap<K, V> of();

  public static native <K, V> ImmutableMap<K, V> of(K value, V value2);

  public static native <K, V> ImmutableMap<K, V> of(K value, V value2, K value3, V value4);

  public static native <K, V> ImmutableMap.Builder<K, V> builder();

  public static native <K, V> ImmutableMap<K, V> copyOf(Map<? extends K, ? extends V> map);

  public static native <K, V> ImmutableMap<K, V> copyOf(
      Iterable<? extends Map.Entry<? extends K, ? extends V>> iterable);

  public final native V put(K value, V value2);

  public final native void putAll(Map<? extends K, ? extends V> map);

  public final native V remove(Object object);

  public final native void clear();

  public native boolean isEmpty();

  public native boolean containsKey(Object object);

  public native boolean containsValue(Object object);

  public native ImmutableSet<Map.Entry<K, V>> entrySet();

  public native ImmutableSet<K> keySet();

  public native ImmutableCollection<V> values();

  public native boolean equals(Object object);

  public native int hashCode();

  /** Outline of Guava's {@code Builder}. */
  public static class Builder<K, V> {
    public native ImmutableMap.Builder<K, V> put(K value, V value2);

    public native ImmutableMap<K, V> build();
  }
}
