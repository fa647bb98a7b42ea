package javafx.concurrent;

/** Fake of JavaFX's background task. */
public abstract class Task<V> implements Runnable {
  protected abstract V call() throws Exception;

  @Override
  public native void run();

  protected void succeeded() {}

  public final native V getValue();

  protected native void updateProgress(long done, long max);
}
