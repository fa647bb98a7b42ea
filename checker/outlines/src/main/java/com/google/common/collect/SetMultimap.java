package com.google.common.collect;

/** Outline of Guava's {@code SetMultimap}. */
public interface SetMultimap<K, V> extends Multimap<K, V> {}
