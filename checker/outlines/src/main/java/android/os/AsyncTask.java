package android.os;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Outline of Android's {@code AsyncTask}. */
public abstract class AsyncTask<Params, Progress, Result> {
  public static final Executor THREAD_POOL_EXECUTOR = null;

  protected abstract Result doInBackground(Params... value);

  protected native void onPreExecute();

  protected native void onPostExecute(Result value);

  protected native void onProgressUpdate(Progress... value);

  protected native void onCancelled(Result value);

  protected native void onCancelled();

  public final native boolean isCancelled();

  public final native boolean cancel(boolean flag);

  public final native Result get() throws InterruptedException, ExecutionException;

  public final native AsyncTask<Params, Progress, Result> execute(Params... value);

  public final native AsyncTask<Params, Progress, Result> executeOnExecutor(
      Executor executor, Params... value);

  public static native void execute(Runnable runnable);

  protected final native void publishProgress(Progress... value);
}
