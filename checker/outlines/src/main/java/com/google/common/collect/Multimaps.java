package com.google.common.collect;

/** Outline of Guava's {@code Multimaps}. */
public final class Multimaps {
  private Multimaps() {}

  public static native <K, V> Multimap<K, V> synchronizedMultimap(Multimap<K, V> multimap);

  public static native <K, V> SetMultimap<K, V> synchronizedSetMultimap(
      SetMultimap<K, V> setMultimap);

  public static native <K, V> ListMultimap<K, V> synchronizedListMultimap(
      ListMultimap<K, V> listMultimap);
}
