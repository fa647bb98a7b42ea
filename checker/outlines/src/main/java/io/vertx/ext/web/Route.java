package io.vertx.ext.web;

import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code Route}. */
public interface Route {
  Route handler(Handler<RoutingContext> handler);

  Route blockingHandler(Handler<RoutingContext> handler);

  Route blockingHandler(Handler<RoutingContext> handler, boolean flag);

  Route failureHandler(Handler<RoutingContext> handler);
}
