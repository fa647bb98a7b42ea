package io.vertx.core;

/** Outline of Vert.x 4's {@code Handler}. */
public interface Handler<E> {
  void handle(E value);
}
