package com.google.common.collect;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/** Outline of Guava's {@code ImmutableList}. */
public abstract class ImmutableList<E> extends ImmutableCollection<E>
    implements List<E>, RandomAccess {
  public static native <E> ImmutableList<E> of();

  public static native <E> ImmutableList<E> of(E value);

  public static native <E> ImmutableList<E> of(E value, E value2);

  public static native <E> ImmutableList<E> of(E value, E value2, E value3);

  public static native <E> ImmutableList<E> copyOf(Iterable<? extends E> iterable);

  public static native <E> ImmutableList<E> copyOf(Collection<? extends E> collection);

  public static native <E> ImmutableList<E> copyOf(Iterator<? extends E> iterator);

  public static native <E> ImmutableList<E> copyOf(E[] value);

  public native int indexOf(Object object);

  public native int lastIndexOf(Object object);

  public native boolean contains(Object object);

  public native ImmutableList<E> subList(int n, int n2);

  public final native boolean addAll(int n, Collection<? extends E> collection);

  public final native E set(int n, E value);

  public final native void add(int n, E value);

  public final native E remove(int n);

  public native boolean equals(Object object);

  public native int hashCode();

  public static native <E> ImmutableList.Builder<E> builder();

  /** Outline of Guava's {@code Builder}. */
  public static final class Builder<E> {
    private Builder() {}

    public native ImmutableList.Builder<E> add(E value);

    public native ImmutableList<E> build();
  }
}
