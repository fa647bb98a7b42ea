package android.os;

/** Outline of Android's {@code Bundle}. */
public final class Bundle implements Cloneable {
  private Bundle() {}

  public native void putInt(String text, int n);

  public native void putString(String text, String text2);

  public native int getInt(String text);

  public native String getString(String text);
}
