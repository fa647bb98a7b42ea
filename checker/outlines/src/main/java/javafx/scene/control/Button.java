package javafx.scene.control;

import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;

/** Outline of JavaFX's {@code Button}. */
public class Button extends Labeled {
  public Button() {}

  public Button(String text) {}

  public Button(String text, Node node) {}

  public final native void setOnAction(EventHandler<ActionEvent> eventHandler);
}
