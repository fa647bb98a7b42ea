package io.grpc.stub;

/** Fake of gRPC's observer. */
public interface StreamObserver<V> {
  void onNext(V value);

  void onError(Throwable t);

  void onCompleted();
}
