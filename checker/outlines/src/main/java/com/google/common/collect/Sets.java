package com.google.common.collect;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Outline of Guava's {@code Sets}. */
public final class Sets {
  private Sets() {}

  public static native <E> HashSet<E> newHashSet();

  public static native <E> HashSet<E> newHashSet(E... value);

  public static native <E> HashSet<E> newHashSet(Iterable<? extends E> iterable);

  public static native <E> HashSet<E> newHashSet(Iterator<? extends E> iterator);

  public static native <E> Set<E> newConcurrentHashSet();

  public static native <E> Set<E> newConcurrentHashSet(Iterable<? extends E> iterable);

  public static native <E> LinkedHashSet<E> newLinkedHashSet();

  public static native <E> LinkedHashSet<E> newLinkedHashSet(Iterable<? extends E> iterable);

  public static native <E> CopyOnWriteArraySet<E> newCopyOnWriteArraySet();

  public static native <E> CopyOnWriteArraySet<E> newCopyOnWriteArraySet(
      Iterable<? extends E> iterable);
}
