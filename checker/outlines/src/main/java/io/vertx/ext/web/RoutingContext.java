package io.vertx.ext.web;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Outline of Vert.x 4's {@code RoutingContext}. */
public interface RoutingContext {
  HttpServerRequest request();

  HttpServerResponse response();

  void next();

  void fail(int n);

  void fail(Throwable throwable);

  Vertx vertx();

  String pathParam(String text);

  default Future<Void> json(Object object) {
    throw new UnsupportedOperationException();
  }

  default RoutingContext json(Object object, Handler<AsyncResult<Void>> handler) {
    throw new UnsupportedOperationException();
  }

  default Future<Void> end(String text) {
    throw new UnsupportedOperationException();
  }

  default Future<Void> end() {
    throw new UnsupportedOperationException();
  }
}
