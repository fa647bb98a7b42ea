package io.vertx.core.eventbus;

/** Fake of Vert.x's message. */
public interface Message<T> {
  T body();

  void reply(Object message);
}
