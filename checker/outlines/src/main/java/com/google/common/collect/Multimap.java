package com.google.common.collect;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Outline of Guava's {@code Multimap}. */
public interface Multimap<K, V> {
  int size();

  boolean isEmpty();

  boolean containsKey(Object object);

  boolean containsValue(Object object);

  boolean containsEntry(Object object, Object object2);

  boolean put(K value, V value2);

  boolean remove(Object object, Object object2);

  boolean putAll(K value, Iterable<? extends V> iterable);

  boolean putAll(Multimap<? extends K, ? extends V> multimap);

  Collection<V> removeAll(Object object);

  void clear();

  Collection<V> get(K value);

  Set<K> keySet();

  Multiset<K> keys();

  Collection<V> values();

  Collection<Map.Entry<K, V>> entries();

  default void forEach(BiConsumer<? super K, ? super V> biConsumer) {
    throw new UnsupportedOperationException();
  }

  Map<K, Collection<V>> asMap();
}
