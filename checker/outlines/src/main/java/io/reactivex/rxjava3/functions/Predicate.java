package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code Predicate}. */
public interface Predicate<T> {
  boolean test(T value) throws Throwable;
}
