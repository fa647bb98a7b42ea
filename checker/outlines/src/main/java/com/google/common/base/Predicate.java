package com.google.common.base;

/** Outline of Guava's {@code Predicate}. */
public interface Predicate<T> extends java.util.function.Predicate<T> {
  boolean apply(T value);

  default boolean test(T value) {
    throw new UnsupportedOperationException();
  }
}
