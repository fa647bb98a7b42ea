package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code Supplier}. */
public interface Supplier<T> {
  T get() throws Throwable;
}
