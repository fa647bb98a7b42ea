package reactor.core.publisher;

/** Outline of Reactor 3's {@code FluxSink}. */
public interface FluxSink<T> {
  FluxSink<T> next(T value);

  void complete();

  void error(Throwable throwable);

  boolean isCancelled();
}
