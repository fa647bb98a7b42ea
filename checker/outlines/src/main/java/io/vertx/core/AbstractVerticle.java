package io.vertx.core;

/** Outline of Vert.x 4's {@code AbstractVerticle}. */
public abstract class AbstractVerticle implements Verticle {
  protected Vertx vertx;

  protected Context context;

  public native Vertx getVertx();

  public native void init(Vertx vertx, Context context);

  public native void start(Promise<Void> promise) throws Exception;

  public native void stop(Promise<Void> promise) throws Exception;

  public native void start() throws Exception;

  public native void stop() throws Exception;
}
