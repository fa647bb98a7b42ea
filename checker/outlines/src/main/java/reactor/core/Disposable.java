package reactor.core;

/** Fake of Reactor's subscription. */
public interface Disposable {
  void dispose();
}
