package com.google.common.collect;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Outline of Guava's {@code HashMultimap}. */
public final class HashMultimap<K, V> implements Serializable, SetMultimap<K, V> {
  private HashMultimap() {}

  public static native <K, V> HashMultimap<K, V> create();

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

  public native Set<V> get(K value);

  public native Set<Map.Entry<K, V>> entries();

  public native Set<V> removeAll(Object object);

  public native Map<K, Collection<V>> asMap();

  public native boolean put(K value, V value2);
}
