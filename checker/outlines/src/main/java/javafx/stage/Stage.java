package javafx.stage;

/** Outline of JavaFX's {@code Stage}. */
public class Stage {
  public final native void show();

  public final native void setTitle(String text);

  public native void close();
}
