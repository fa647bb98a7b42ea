package com.google.common.collect;

import java.util.Collection;
import java.util.Set;

/** Outline of Guava's {@code Multiset}. */
public interface Multiset<E> extends Collection<E> {
  int count(Object object);

  int add(E value, int n);

  int setCount(E value, int n);

  boolean setCount(E value, int n, int n2);

  Set<E> elementSet();
}
