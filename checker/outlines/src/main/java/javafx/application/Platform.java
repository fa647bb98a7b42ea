package javafx.application;

/** Outline of JavaFX's {@code Platform}. */
public final class Platform {
  private Platform() {}

  public static native void runLater(Runnable runnable);

  public static native boolean isFxApplicationThread();
}
