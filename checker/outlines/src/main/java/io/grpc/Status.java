package io.grpc;

/** Outline of gRPC's {@code Status}. */
public final class Status {
  public static final Status INTERNAL = null;

  public static final Status UNAVAILABLE = null;

  private Status() {}

  public native Status withCause(Throwable throwable);

  public native Status withDescription(String text);
}
