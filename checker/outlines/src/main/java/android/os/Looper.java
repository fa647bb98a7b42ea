package android.os;

/** Fake of Android's message loop. */
public final class Looper {
  public static native Looper getMainLooper();

  public static native Looper myLooper();
}
