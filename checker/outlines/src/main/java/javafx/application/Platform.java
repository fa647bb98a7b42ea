package javafx.application;

/** Fake of JavaFX's platform. */
public final class Platform {
  private Platform() {}

  public static native void runLater(Runnable runnable);

  public static native boolean isFxApplicationThread();
}
