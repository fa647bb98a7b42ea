package io.vertx.ext.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Outline of Vert.x 4's {@code Router}. */
public interface Router extends Handler<HttpServerRequest> {
  static Router router(Vertx vertx) {
    throw new UnsupportedOperationException();
  }

  Route route();

  Route route(String text);

  Route get(String text);

  Route post(String text);
}
