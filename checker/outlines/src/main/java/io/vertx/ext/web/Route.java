package io.vertx.ext.web;

/** Fake of Vert.x Web's route. */
import io.vertx.core.Handler;

public interface Route {
  Route handler(Handler<RoutingContext> handler);

  Route blockingHandler(Handler<RoutingContext> handler);
}
