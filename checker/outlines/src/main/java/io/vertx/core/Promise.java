package io.vertx.core;

/** Outline of Vert.x 4's {@code Promise}. */
public interface Promise<T> extends Handler<AsyncResult<T>> {
  static <T> Promise<T> promise() {
    throw new UnsupportedOperationException();
  }

  default void handle(AsyncResult<T> asyncResult) {
    throw new UnsupportedOperationException();
  }

  default void complete(T value) {
    throw new UnsupportedOperationException();
  }

  default void complete() {
    throw new UnsupportedOperationException();
  }

  default void fail(Throwable throwable) {
    throw new UnsupportedOperationException();
  }

  default void fail(String text) {
    throw new UnsupportedOperationException();
  }

  boolean tryComplete(T value);

  default boolean tryComplete() {
    throw new UnsupportedOperationException();
  }

  boolean tryFail(Throwable throwable);

  Future<T> future();
}
