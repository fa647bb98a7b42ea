package android.os;

/** Fake of Android's handler. */
public class Handler {
  public Handler(Looper looper) {}

  public final native boolean post(Runnable task);

  public final native boolean postDelayed(Runnable task, long millis);
}
