package io.vertx.core.eventbus;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.streams.ReadStream;

/** Outline of Vert.x 4's {@code MessageConsumer}. */
public interface MessageConsumer<T> extends ReadStream<Message<T>> {
  MessageConsumer<T> handler(Handler<Message<T>> handler);

  String address();

  Future<Void> unregister();
}
