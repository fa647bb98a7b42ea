package io.reactivex.rxjava3.schedulers;

/** Fake of RxJava's schedulers. */
import io.reactivex.rxjava3.core.Scheduler;

public final class Schedulers {
  private Schedulers() {}

  public static native Scheduler computation();

  public static native Scheduler io();

  public static native Scheduler single();
}
