package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** Outline of RxJava 3's {@code Scheduler}. */
public abstract class Scheduler {
  public abstract Scheduler.Worker createWorker();

  public native Disposable scheduleDirect(Runnable runnable);

  public native Disposable scheduleDirect(Runnable runnable, long n, TimeUnit timeUnit);

  /** Outline of RxJava 3's {@code Worker}. */
  public abstract static class Worker implements Disposable {
    public native Disposable schedule(Runnable runnable);

    public abstract Disposable schedule(Runnable runnable, long n, TimeUnit timeUnit);
  }
}
