package io.vertx.core;

/** Fake of Vert.x's result. */
public interface AsyncResult<T> {
  T result();

  boolean succeeded();
}
