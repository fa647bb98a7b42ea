package javafx.concurrent;

/** Outline of JavaFX's {@code Service}. */
public abstract class Service<V> {
  protected Service() {}

  public native void restart();

  public native void start();

  protected abstract Task<V> createTask();
}
