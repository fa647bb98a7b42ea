package com.google.common.base;

/** Outline of Guava's {@code Supplier}. */
public interface Supplier<T> extends java.util.function.Supplier<T> {
  T get();
}
