package android.os;

/** Outline of Android's {@code SystemClock}. */
public final class SystemClock {
  private SystemClock() {}

  public static native void sleep(long n);

  public static native long uptimeMillis();

  public static native long elapsedRealtime();
}
