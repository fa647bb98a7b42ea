package io.vertx.core.streams;

import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code ReadStream}. */
public interface ReadStream<T> {
  ReadStream<T> handler(Handler<T> handler);

  ReadStream<T> pause();

  ReadStream<T> resume();

  ReadStream<T> endHandler(Handler<Void> handler);
}
