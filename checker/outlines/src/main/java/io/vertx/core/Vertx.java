package io.vertx.core;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.file.FileSystem;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.Callable;

/** Outline of Vert.x 4's {@code Vertx}. */
public interface Vertx {
  static Vertx vertx() {
    throw new UnsupportedOperationException();
  }

  static Context currentContext() {
    throw new UnsupportedOperationException();
  }

  Context getOrCreateContext();

  default HttpServer createHttpServer() {
    throw new UnsupportedOperationException();
  }

  FileSystem fileSystem();

  EventBus eventBus();

  long setTimer(long n, Handler<Long> handler);

  default long setPeriodic(long n, Handler<Long> handler) {
    throw new UnsupportedOperationException();
  }

  long setPeriodic(long n, long n2, Handler<Long> handler);

  boolean cancelTimer(long n);

  void runOnContext(Handler<Void> handler);

  Future<Void> close();

  default Future<String> deployVerticle(Verticle verticle) {
    throw new UnsupportedOperationException();
  }

  void deployVerticle(Verticle verticle, Handler<AsyncResult<String>> handler);

  default Future<String> deployVerticle(String text) {
    throw new UnsupportedOperationException();
  }

  default void deployVerticle(String text, Handler<AsyncResult<String>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(
      Handler<Promise<T>> handler, boolean flag, Handler<AsyncResult<T>> handler2) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(Handler<Promise<T>> handler, Handler<AsyncResult<T>> handler2) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Handler<Promise<T>> handler, boolean flag) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Callable<T> callable, boolean flag) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(Callable<T> callable, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(
      Callable<T> callable, boolean flag, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Handler<Promise<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Callable<T> callable) {
    throw new UnsupportedOperationException();
  }

  WorkerExecutor createSharedWorkerExecutor(String text);

  Vertx exceptionHandler(Handler<Throwable> handler);
}
