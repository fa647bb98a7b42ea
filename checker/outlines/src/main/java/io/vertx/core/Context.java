package io.vertx.core;

/** Fake of Vert.x's context. */
public interface Context {
  void runOnContext(Handler<Void> action);
}
