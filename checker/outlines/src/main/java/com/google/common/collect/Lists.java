package com.google.common.collect;

import com.google.common.base.Function;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Outline of Guava's {@code Lists}. */
public final class Lists {
  private Lists() {}

  public static native <E> ArrayList<E> newArrayList();

  public static native <E> ArrayList<E> newArrayList(E... value);

  public static native <E> ArrayList<E> newArrayList(Iterable<? extends E> iterable);

  public static native <E> ArrayList<E> newArrayList(Iterator<? extends E> iterator);

  public static native <E> LinkedList<E> newLinkedList();

  public static native <E> LinkedList<E> newLinkedList(Iterable<? extends E> iterable);

  public static native <E> CopyOnWriteArrayList<E> newCopyOnWriteArrayList();

  public static native <E> CopyOnWriteArrayList<E> newCopyOnWriteArrayList(
      Iterable<? extends E> iterable);

  public static native <F, T> List<T> transform(
      List<F> list, Function<? super F, ? extends T> function);

  public static native <T> List<List<T>> partition(List<T> list, int n);

  public static native <T> List<T> reverse(List<T> list);
}
