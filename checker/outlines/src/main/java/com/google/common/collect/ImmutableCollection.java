package com.google.common.collect;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.Collection;

/** Outline of Guava's {@code ImmutableCollection}. */
public abstract class ImmutableCollection<E> extends AbstractCollection<E> implements Serializable {
  public final native Object[] toArray();

  public final native <T> T[] toArray(T[] value);

  public abstract boolean contains(Object object);

  public final native boolean add(E value);

  public final native boolean remove(Object object);

  public final native boolean addAll(Collection<? extends E> collection);

  public final native boolean removeAll(Collection<?> collection);

  public final native boolean retainAll(Collection<?> collection);

  public final native void clear();

  public native ImmutableList<E> asList();
}
