package io.grpc;

import java.util.concurrent.Executor;

/** Outline of gRPC's {@code SynchronizationContext}. */
public final class SynchronizationContext implements Executor {
  public SynchronizationContext(Thread.UncaughtExceptionHandler uncaughtExceptionHandler) {}

  public final native void executeLater(Runnable runnable);

  public final native void execute(Runnable runnable);

  public native void throwIfNotInThisSynchronizationContext();
}
