package io.vertx.core.streams;

import io.vertx.core.Future;
import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code WriteStream}. */
public interface WriteStream<T> {
  Future<Void> write(T value);

  boolean writeQueueFull();

  WriteStream<T> drainHandler(Handler<Void> handler);
}
