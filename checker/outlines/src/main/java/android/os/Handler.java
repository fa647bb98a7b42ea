package android.os;

/** Outline of Android's {@code Handler}. */
public class Handler {
  public Handler() {}

  public Handler(Looper looper) {}

  public native void handleMessage(Message message);

  public final native Message obtainMessage(int n);

  public final native boolean post(Runnable runnable);

  public final native boolean postAtTime(Runnable runnable, long n);

  public final native boolean postAtTime(Runnable runnable, Object object, long n);

  public final native boolean postDelayed(Runnable runnable, long n);

  public final native boolean postAtFrontOfQueue(Runnable runnable);

  public final native void removeCallbacks(Runnable runnable);

  public final native boolean sendMessage(Message message);

  public final native boolean sendEmptyMessage(int n);

  public final native boolean sendEmptyMessageDelayed(int n, long n2);

  public final native void removeMessages(int n);

  public final native Looper getLooper();
}
