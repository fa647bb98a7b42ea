package io.vertx.core;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Outline of Vert.x 4's {@code Future}. */
public interface Future<T> extends AsyncResult<T> {
  static <T> Future<T> succeededFuture() {
    throw new UnsupportedOperationException();
  }

  static <T> Future<T> succeededFuture(T value) {
    throw new UnsupportedOperationException();
  }

  static <T> Future<T> failedFuture(Throwable throwable) {
    throw new UnsupportedOperationException();
  }

  static <T> Future<T> failedFuture(String text) {
    throw new UnsupportedOperationException();
  }

  boolean isComplete();

  Future<T> onComplete(Handler<AsyncResult<T>> handler);

  default Future<T> onComplete(Handler<T> handler, Handler<Throwable> handler2) {
    throw new UnsupportedOperationException();
  }

  default Future<T> onSuccess(Handler<T> handler) {
    throw new UnsupportedOperationException();
  }

  default Future<T> onFailure(Handler<Throwable> handler) {
    throw new UnsupportedOperationException();
  }

  T result();

  Throwable cause();

  boolean succeeded();

  boolean failed();

  default <U> Future<U> flatMap(Function<T, Future<U>> function) {
    throw new UnsupportedOperationException();
  }

  default <U> Future<U> compose(Function<T, Future<U>> function) {
    throw new UnsupportedOperationException();
  }

  default Future<T> recover(Function<Throwable, Future<T>> function) {
    throw new UnsupportedOperationException();
  }

  <U> Future<U> compose(Function<T, Future<U>> function, Function<Throwable, Future<U>> function2);

  <U> Future<U> transform(Function<AsyncResult<T>, Future<U>> function);

  <U> Future<T> eventually(Function<Void, Future<U>> function);

  default <U> Future<T> eventually(Supplier<Future<U>> supplier) {
    throw new UnsupportedOperationException();
  }

  <U> Future<U> map(Function<T, U> function);

  default <V> Future<V> mapEmpty() {
    throw new UnsupportedOperationException();
  }

  Future<T> otherwise(Function<Throwable, T> function);

  default CompletionStage<T> toCompletionStage() {
    throw new UnsupportedOperationException();
  }

  static <T> T await(Future<T> future) {
    throw new UnsupportedOperationException();
  }
}
