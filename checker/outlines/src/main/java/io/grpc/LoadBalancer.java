package io.grpc;

/** Outline of gRPC's {@code LoadBalancer}. */
public abstract class LoadBalancer {
  public abstract void handleNameResolutionError(Status status);

  public abstract void shutdown();

  public native void requestConnection();
}
