package io.vertx.core;

/** Fake of Vert.x. */
import io.vertx.core.eventbus.EventBus;
import java.util.concurrent.Callable;

public interface Vertx {
  EventBus eventBus();

  long setTimer(long delay, Handler<Long> handler);

  long setPeriodic(long delay, Handler<Long> handler);

  boolean cancelTimer(long id);

  void runOnContext(Handler<Void> action);

  <T> Future<T> executeBlocking(Callable<T> blocking);
}
