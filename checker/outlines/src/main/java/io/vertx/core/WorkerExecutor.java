package io.vertx.core;

import java.util.concurrent.Callable;

/** Outline of Vert.x 4's {@code WorkerExecutor}. */
public interface WorkerExecutor {
  <T> void executeBlocking(
      Handler<Promise<T>> handler, boolean flag, Handler<AsyncResult<T>> handler2);

  default <T> void executeBlocking(Handler<Promise<T>> handler, Handler<AsyncResult<T>> handler2) {
    throw new UnsupportedOperationException();
  }

  <T> Future<T> executeBlocking(Handler<Promise<T>> handler, boolean flag);

  <T> Future<T> executeBlocking(Callable<T> callable, boolean flag);

  default <T> Future<T> executeBlocking(Handler<Promise<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> Future<T> executeBlocking(Callable<T> callable) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(Callable<T> callable, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  default <T> void executeBlocking(
      Callable<T> callable, boolean flag, Handler<AsyncResult<T>> handler) {
    throw new UnsupportedOperationException();
  }

  Future<Void> close();
}
