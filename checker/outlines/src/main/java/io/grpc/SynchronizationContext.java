package io.grpc;

/** Fake of gRPC's serialising executor. */
import java.util.concurrent.Executor;

public final class SynchronizationContext implements Executor {
  @Override
  public native void execute(Runnable task);
}
