package io.vertx.core.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;

/** Outline of Vert.x 4's {@code HttpServer}. */
public interface HttpServer {
  HttpServer requestHandler(Handler<HttpServerRequest> handler);

  default Future<HttpServer> listen(int n) {
    throw new UnsupportedOperationException();
  }

  Future<Void> close();
}
