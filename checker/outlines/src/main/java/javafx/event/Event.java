package javafx.event;

import java.util.EventObject;

/** Outline of JavaFX's {@code Event}. */
public class Event extends EventObject implements Cloneable {
  protected Event() {
    super((Object) null);
  }
}
