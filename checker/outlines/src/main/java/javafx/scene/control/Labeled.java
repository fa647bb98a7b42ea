package javafx.scene.control;

import javafx.scene.Node;

/** Outline of JavaFX's {@code Labeled}. */
public abstract class Labeled extends Node {
  public final native void setText(String text);

  public final native String getText();
}
