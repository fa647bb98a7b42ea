package io.reactivex.rxjava3.functions;

/** Outline of RxJava 3's {@code Action}. */
public interface Action {
  void run() throws Throwable;
}
