package javafx.scene;

/** Outline of JavaFX's {@code Node}. */
public abstract class Node {
  public final native void setVisible(boolean flag);

  public final native void setDisable(boolean flag);
}
