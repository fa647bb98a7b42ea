package com.google.common.collect;

/** Outline of Guava's {@code ListMultimap}. */
public interface ListMultimap<K, V> extends Multimap<K, V> {}
