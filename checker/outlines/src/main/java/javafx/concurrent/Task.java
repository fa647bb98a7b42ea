package javafx.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.event.EventHandler;

/** Outline of JavaFX's {@code Task}. */
public abstract class Task<V> extends FutureTask<V> {
  public Task() {
    super((Callable<V>) null);
  }

  protected abstract V call() throws Exception;

  public final native void setOnSucceeded(EventHandler<WorkerStateEvent> eventHandler);

  protected native void succeeded();

  protected native void cancelled();

  public final native void setOnFailed(EventHandler<WorkerStateEvent> eventHandler);

  protected native void failed();

  public final native V getValue();

  public final native boolean cancel();

  public native boolean cancel(boolean flag);

  protected native void updateProgress(long n, long n2);

  protected native void updateProgress(double n, double n2);

  protected native void updateMessage(String text);
}
