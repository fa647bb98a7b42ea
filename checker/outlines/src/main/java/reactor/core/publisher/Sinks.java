package reactor.core.publisher;

/** Outline of Reactor 3's {@code Sinks}. */
public final class Sinks {
  private Sinks() {}

  /** Outline of Reactor 3's {@code Many}. */
  public interface Many<T> {
    Flux<T> asFlux();
  }
}
