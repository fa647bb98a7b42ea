package com.google.common.collect;

import java.util.concurrent.ConcurrentMap;

/** Outline of Guava's {@code MapMaker}. */
public final class MapMaker {
  public MapMaker() {}

  public native MapMaker initialCapacity(int n);

  public native MapMaker concurrencyLevel(int n);

  public native MapMaker weakKeys();

  public native MapMaker weakValues();

  public native <K, V> ConcurrentMap<K, V> makeMap();
}
