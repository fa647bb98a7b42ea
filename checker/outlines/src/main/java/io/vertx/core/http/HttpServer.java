package io.vertx.core.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code HttpServer}. */
public interface HttpServer {
  HttpServer requestHandler(Handler<HttpServerRequest> handler);

  HttpServer exceptionHandler(Handler<Throwable> handler);

  default HttpServer listen(int n, Handler<AsyncResult<HttpServer>> handler) {
    throw new UnsupportedOperationException();
  }

  default Future<HttpServer> listen(int n) {
    throw new UnsupportedOperationException();
  }

  Future<Void> close();
}
