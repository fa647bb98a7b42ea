package javafx.event;

/** Fake of JavaFX's handler. */
@FunctionalInterface
public interface EventHandler<T> {
  void handle(T event);
}
