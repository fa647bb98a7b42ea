package io.grpc.stub;

/** Outline of gRPC's {@code StreamObserver}. */
public interface StreamObserver<V> {
  void onNext(V value);

  void onError(Throwable throwable);

  void onCompleted();
}
