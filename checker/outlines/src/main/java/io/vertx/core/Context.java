package io.vertx.core;

import java.util.concurrent.Callable;

/** Outline of Vert.x 4's {@code Context}. */
public interface Context {
  static boolean isOnWorkerThread() {
    throw new UnsupportedOperationException();
  }

  static boolean isOnEventLoopThread() {
    throw new UnsupportedOperationException();
  }

  void runOnContext(Handler<Void> handler);

  <T> void executeBlocking(
      Handler<Promise<T>> handler, boolean flag, Handler<AsyncResult<T>> handler2);

  <T> Future<T> executeBlocking(Callable<T> callable, boolean flag);

  default <T> void executeBlocking(Callable<T> callable, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(
      Callable<T> callable, boolean flag, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(Handler<Promise<T>> handler, Handler<AsyncResult<T>> handler2) {
    throw new UnsupportedOperationException();
  }

  <T> Future<T> executeBlocking(Handler<Promise<T>> handler, boolean flag);

  default <T> Future<T> executeBlocking(Handler<Promise<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Callable<T> callable) {
    throw new UnsupportedOperationException();
  }

  boolean isEventLoopContext();
}
