package io.vertx.core.eventbus;

/** Fake of Vert.x's event bus. */
import io.vertx.core.Handler;

public interface EventBus {
  <T> MessageConsumer<T> consumer(String address, Handler<Message<T>> handler);

  EventBus publish(String address, Object message);
}
