package javafx.scene.control;

/** Fake of JavaFX's button. */
import javafx.event.ActionEvent;
import javafx.event.EventHandler;

public class Button {
  public final native void setOnAction(EventHandler<ActionEvent> handler);
}
