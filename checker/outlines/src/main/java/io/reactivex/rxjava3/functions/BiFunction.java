package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code BiFunction}. */
public interface BiFunction<T1, T2, R> {
  R apply(T1 value, T2 value2) throws Throwable;
}
