package com.google.common.collect;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outline of Guava's {@code ArrayListMultimap}. */
public final class ArrayListMultimap<K, V> implements Serializable, ListMultimap<K, V> {
  private ArrayListMultimap() {}

  public static native <K, V> ArrayListMultimap<K, V> create();

  public native boolean isEmpty();

  public native boolean containsValue(Object object);

  public native boolean containsEntry(Object object, Object object2);

  public native boolean remove(Object object, Object object2);

  public native boolean putAll(K value, Iterable<? extends V> iterable);

  public native boolean putAll(Multimap<? extends K, ? extends V> multimap);

  public native Set<K> keySet();

  public native Multiset<K> keys();

  public native int size();

  public native boolean containsKey(Object object);

  public native void clear();

  public native Collection<V> values();

  public native Collection<Map.Entry<K, V>> entries();

  public native List<V> get(K value);

  public native List<V> removeAll(Object object);

  public native boolean put(K value, V value2);

  public native Map<K, Collection<V>> asMap();
}
