package com.google.common.util.concurrent;

import java.util.concurrent.TimeUnit;

/** Outline of Guava's {@code Monitor}. */
public final class Monitor {
  public Monitor() {}

  public Monitor(boolean flag) {}

  public native void enter();

  public native boolean enter(long n, TimeUnit timeUnit);

  public native void enterInterruptibly() throws InterruptedException;

  public native boolean tryEnter();

  public native void enterWhen(Monitor.Guard guard) throws InterruptedException;

  public native void enterWhenUninterruptibly(Monitor.Guard guard);

  public native boolean enterIf(Monitor.Guard guard);

  public native boolean tryEnterIf(Monitor.Guard guard);

  public native void waitFor(Monitor.Guard guard) throws InterruptedException;

  public native void leave();

  public native boolean isOccupiedByCurrentThread();

  /** Outline of Guava's {@code Guard}. */
  public abstract static class Guard {
    protected Guard(Monitor monitor) {}

    public abstract boolean isSatisfied();
  }
}
