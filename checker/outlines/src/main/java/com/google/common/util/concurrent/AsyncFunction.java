package com.google.common.util.concurrent;

/** Outline of Guava's {@code AsyncFunction}. */
public interface AsyncFunction<I, O> {
  ListenableFuture<O> apply(I value) throws Exception;
}
