package io.grpc;

/** Fake of gRPC's load balancer. */
public abstract class LoadBalancer {
  public abstract void handleNameResolutionError(Throwable error);

  public abstract void shutdown();

  public void requestConnection() {}
}
