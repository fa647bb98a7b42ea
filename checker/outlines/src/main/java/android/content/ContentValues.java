package android.content;

/** Outline of Android's {@code ContentValues}. */
public final class ContentValues {
  public ContentValues() {}

  public native void put(String text, String text2);

  public native void put(String text, Integer integer);

  public native void put(String text, Long longValue);
}
