package com.google.common.base;

import java.util.concurrent.TimeUnit;

/** Outline of Guava's {@code Suppliers}. */
public final class Suppliers {
  private Suppliers() {}

  public static native <T> Supplier<T> memoize(Supplier<T> supplier);

  public static native <T> Supplier<T> memoizeWithExpiration(
      Supplier<T> supplier, long n, TimeUnit timeUnit);
}
