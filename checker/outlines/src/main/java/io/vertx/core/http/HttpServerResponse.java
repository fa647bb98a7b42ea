package io.vertx.core.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/** Outline of Vert.x 4's {@code HttpServerResponse}. */
public interface HttpServerResponse extends WriteStream<Buffer> {
  HttpServerResponse setStatusCode(int n);

  HttpServerResponse closeHandler(Handler<Void> handler);

  HttpServerResponse setChunked(boolean flag);

  HttpServerResponse putHeader(String text, String text2);

  Future<Void> write(String text);

  Future<Void> end(String text);

  Future<Void> end(Buffer buffer);

  Future<Void> end();
}
