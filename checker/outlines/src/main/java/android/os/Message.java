package android.os;

/** Outline of Android's {@code Message}. */
public final class Message {
  public int what;

  public int arg1;

  public int arg2;

  public Object obj;

  private Message() {}

  public static native Message obtain();
}
