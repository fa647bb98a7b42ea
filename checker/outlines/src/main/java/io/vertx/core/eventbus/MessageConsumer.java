package io.vertx.core.eventbus;

/** Fake of Vert.x's consumer. */
public interface MessageConsumer<T> {
  String address();
}
