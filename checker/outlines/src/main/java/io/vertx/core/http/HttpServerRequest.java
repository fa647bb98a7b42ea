package io.vertx.core.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Outline of Vert.x 4's {@code HttpServerRequest}. */
public interface HttpServerRequest extends ReadStream<Buffer> {
  String uri();

  String path();

  HttpServerResponse response();

  default String getHeader(String text) {
    throw new UnsupportedOperationException();
  }

  default String getParam(String text) {
    throw new UnsupportedOperationException();
  }

  default HttpServerRequest bodyHandler(Handler<Buffer> handler) {
    throw new UnsupportedOperationException();
  }

  Future<Buffer> body();
}
