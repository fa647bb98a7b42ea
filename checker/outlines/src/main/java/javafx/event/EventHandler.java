package javafx.event;

import java.util.EventListener;

/** Outline of JavaFX's {@code EventHandler}. */
public interface EventHandler<T extends Event> extends EventListener {
  void handle(T value);
}
