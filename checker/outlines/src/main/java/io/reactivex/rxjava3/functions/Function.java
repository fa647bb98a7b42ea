package io.reactivex.rxjava3.functions;

/** Fake of RxJava's function. */
@FunctionalInterface
public interface Function<T, R> {
  R apply(T t) throws Throwable;
}
