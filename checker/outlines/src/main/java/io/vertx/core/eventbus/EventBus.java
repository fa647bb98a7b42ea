package io.vertx.core.eventbus;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code EventBus}. */
public interface EventBus {
  EventBus send(String text, Object object);

  default <T> EventBus request(
      String text, Object object, Handler<AsyncResult<Message<T>>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<Message<T>> request(String text, Object object) {
    throw new UnsupportedOperationException();
  }

  EventBus publish(String text, Object object);

  <T> MessageConsumer<T> consumer(String text);

  <T> MessageConsumer<T> consumer(String text, Handler<Message<T>> handler);

  <T> MessageConsumer<T> localConsumer(String text, Handler<Message<T>> handler);
}
