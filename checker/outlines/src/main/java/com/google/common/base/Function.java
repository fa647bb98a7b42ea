package com.google.common.base;

/** Outline of Guava's {@code Function}. */
public interface Function<F, T> extends java.util.function.Function<F, T> {
  T apply(F value);
}
