package io.vertx.ext.web;

/** Fake of Vert.x Web's context. */
public interface RoutingContext {
  String pathParam(String name);

  void next();

  void end(String body);
}
