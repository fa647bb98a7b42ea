package io.vertx.core;

/** Outline of Vert.x 4's {@code Verticle}. */
public interface Verticle {
  Vertx getVertx();

  void init(Vertx vertx, Context context);

  void start(Promise<Void> promise) throws Exception;

  void stop(Promise<Void> promise) throws Exception;
}
