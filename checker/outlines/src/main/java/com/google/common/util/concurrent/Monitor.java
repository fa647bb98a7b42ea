package com.google.common.util.concurrent;

/** Fake of Guava's lock. */
public final class Monitor {
  public native void enter();

  public native void enterInterruptibly() throws InterruptedException;

  public native boolean tryEnter();

  public native void leave();

  public native boolean isOccupiedByCurrentThread();
}
