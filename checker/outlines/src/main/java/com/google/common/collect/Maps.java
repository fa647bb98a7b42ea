package com.google.common.collect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/** Outline of Guava's {@code Maps}. */
public final class Maps {
  private Maps() {}

  public static native <K, V> HashMap<K, V> newHashMap();

  public static native <K, V> HashMap<K, V> newHashMap(Map<? extends K, ? extends V> map);

  public static native <K, V> LinkedHashMap<K, V> newLinkedHashMap();

  public static native <K, V> LinkedHashMap<K, V> newLinkedHashMap(
      Map<? extends K, ? extends V> map);

  public static native <K, V> ConcurrentMap<K, V> newConcurrentMap();

  public static native <K extends Comparable, V> TreeMap<K, V> newTreeMap();

  public static native <K, V> TreeMap<K, V> newTreeMap(SortedMap<K, ? extends V> sortedMap);

  public static native <C, K extends C, V> TreeMap<K, V> newTreeMap(Comparator<C> comparator);

  public static native <K, V> NavigableMap<K, V> synchronizedNavigableMap(
      NavigableMap<K, V> navigableMap);
}
