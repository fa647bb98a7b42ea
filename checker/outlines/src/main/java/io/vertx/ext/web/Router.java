package io.vertx.ext.web;

/** Fake of Vert.x Web's router. */
public interface Router {
  Route get(String path);
}
