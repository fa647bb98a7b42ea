package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code BiConsumer}. */
public interface BiConsumer<T1, T2> {
  void accept(T1 value, T2 value2) throws Throwable;
}
