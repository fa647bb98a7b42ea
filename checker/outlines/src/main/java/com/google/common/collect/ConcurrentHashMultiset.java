package com.google.common.collect;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/** Outline of Guava's {@code ConcurrentHashMultiset}. */
public final class ConcurrentHashMultiset<E> extends AbstractCollection<E>
    implements Multiset<E>, Serializable {
  private ConcurrentHashMultiset() {}

  public static native <E> ConcurrentHashMultiset<E> create();

  public native int count(Object object);

  public native int size();

  public native Object[] toArray();

  public native <T> T[] toArray(T[] value);

  public native int add(E value, int n);

  public native int setCount(E value, int n);

  public native boolean setCount(E value, int n, int n2);

  public native boolean isEmpty();

  public native Iterator<E> iterator();

  public native void clear();

  public native boolean contains(Object object);

  public final native boolean add(E value);

  public final native boolean remove(Object object);

  public final native boolean addAll(Collection<? extends E> collection);

  public final native boolean removeAll(Collection<?> collection);

  public final native boolean retainAll(Collection<?> collection);

  public native Set<E> elementSet();

  public final native boolean equals(Object object);

  public final native int hashCode();
}
