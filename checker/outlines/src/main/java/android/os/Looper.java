package android.os;

/** Outline of Android's {@code Looper}. */
public class Looper {
  public static native void prepare();

  public static native Looper getMainLooper();

  public static native void loop();

  public static native Looper myLooper();

  public native void quit();

  public native Thread getThread();

  public native boolean isCurrentThread();
}
