package com.google.common.collect;

import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/** Outline of Guava's {@code ImmutableSet}. */
public abstract class ImmutableSet<E> extends ImmutableCollection<E> implements Set<E> {
  public static native <E> ImmutableSet<E> of();

  public static native <E> ImmutableSet<E> of(E value);

  public static native <E> ImmutableSet<E> of(E value, E value2);

  public static native <E> ImmutableSet<E> of(E value, E value2, E value3);

  public static native <E> ImmutableSet<E> copyOf(Collection<? extends E> collection);

  public static native <E> ImmutableSet<E> copyOf(Iterable<? extends E> iterable);

  public static native <E> ImmutableSet<E> copyOf(Iterator<? extends E> iterator);

  public static native <E> ImmutableSet<E> copyOf(E[] value);

  public native boolean equals(Object object);

  public native int hashCode();

  public static native <E> ImmutableSet.Builder<E> builder();

  /** Outline of Guava's {@code Builder}. */
  public static class Builder<E> {
    public native ImmutableSet.Builder<E> add(E value);

    public native ImmutableSet<E> build();
  }
}
