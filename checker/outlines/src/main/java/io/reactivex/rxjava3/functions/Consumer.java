package io.reactivex.rxjava3.functions;

/** Fake of RxJava's consumer. */
@FunctionalInterface
public interface Consumer<T> {
  void accept(T t) throws Throwable;
}
