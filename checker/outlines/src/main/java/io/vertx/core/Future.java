package io.vertx.core;

/** Fake of Vert.x's future. */
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

public interface Future<T> extends AsyncResult<T> {
  <U> Future<U> map(Function<T, U> mapper);

  <U> Future<U> compose(Function<T, Future<U>> mapper);

  Future<T> onSuccess(Handler<T> handler);

  Future<T> onComplete(Handler<AsyncResult<T>> handler);

  CompletionStage<T> toCompletionStage();
}
