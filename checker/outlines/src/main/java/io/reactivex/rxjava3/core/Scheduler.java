package io.reactivex.rxjava3.core;

/** Fake of RxJava's scheduler. */
public abstract class Scheduler {}
