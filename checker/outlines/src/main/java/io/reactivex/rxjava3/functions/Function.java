package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code Function}. */
public interface Function<T, R> {
  R apply(T value) throws Throwable;
}
