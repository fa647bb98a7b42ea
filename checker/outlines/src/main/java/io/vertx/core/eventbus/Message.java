package io.vertx.core.eventbus;

/** Outline of Vert.x 4's {@code Message}. */
public interface Message<T> {
  String address();

  T body();

  default void reply(Object object) {
    throw new UnsupportedOperationException();
  }

  default void fail(int n, String text) {
    throw new UnsupportedOperationException();
  }
}
