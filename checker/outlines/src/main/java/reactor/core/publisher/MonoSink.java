package reactor.core.publisher;

/** Outline of Reactor 3's {@code MonoSink}. */
public interface MonoSink<T> {
  void success();

  void success(T value);

  void error(Throwable throwable);
}
