package io.reactivex.rxjava3.core;

/** Outline of RxJava 3's {@code MaybeSource}. */
public interface MaybeSource<T> {}
