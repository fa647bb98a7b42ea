package io.reactivex.rxjava3.schedulers;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.concurrent.Executor;

/** Outline of RxJava 3's {@code Schedulers}. */
public final class Schedulers {
  private Schedulers() {}

  public static native Scheduler computation();

  public static native Scheduler io();

  public static native Scheduler trampoline();

  public static native Scheduler newThread();

  public static native Scheduler single();

  public static native Scheduler from(Executor executor);

  public static native Scheduler from(Executor executor, boolean flag);

  public static native Scheduler from(Executor executor, boolean flag, boolean flag2);
}
