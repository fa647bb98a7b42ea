package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code Consumer}. */
public interface Consumer<T> {
  void accept(T value) throws Throwable;
}
