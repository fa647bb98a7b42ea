package javafx.application;

import javafx.stage.Stage;

/** Outline of JavaFX's {@code Application}. */
public abstract class Application {
  public Application() {}

  public static native void launch(String... text);

  public native void init() throws Exception;

  public abstract void start(Stage stage) throws Exception;

  public native void stop() throws Exception;
}
