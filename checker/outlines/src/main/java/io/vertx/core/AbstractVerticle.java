package io.vertx.core;

/** Fake of Vert.x's verticle. */
public abstract class AbstractVerticle {
  protected Vertx vertx;

  public void start() throws Exception {}

  public void stop() throws Exception {}
}
