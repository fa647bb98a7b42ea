package android.content;

/** Outline of Android's {@code Intent}. */
public class Intent implements Cloneable {
  public Intent() {}

  public Intent(Intent intent) {}

  public Intent(String text) {}

  public Intent(Context context, Class<?> classValue) {}

  public native String getAction();

  public native int getIntExtra(String text, int n);

  public native String getStringExtra(String text);

  public native Intent putExtra(String text, int n);

  public native Intent putExtra(String text, String text2);
}
