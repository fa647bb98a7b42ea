package reactor.core;

/** Outline of Reactor 3's {@code Disposable}. */
public interface Disposable {
  void dispose();

  default boolean isDisposed() {
    throw new UnsupportedOperationException();
  }
}
