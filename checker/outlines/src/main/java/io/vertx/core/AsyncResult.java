package io.vertx.core;

/** Outline of Vert.x 4's {@code AsyncResult}. */
public interface AsyncResult<T> {
  T result();

  Throwable cause();

  boolean succeeded();

  boolean failed();
}
