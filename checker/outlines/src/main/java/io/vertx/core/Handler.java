package io.vertx.core;

/** Fake of Vert.x's handler. */
@FunctionalInterface
public interface Handler<E> {
  void handle(E event);
}
