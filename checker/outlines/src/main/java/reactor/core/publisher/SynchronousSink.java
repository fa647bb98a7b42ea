package reactor.core.publisher;

/** Outline of Reactor 3's {@code SynchronousSink}. */
public interface SynchronousSink<T> {
  void complete();

  void error(Throwable throwable);

  void next(T value);
}
