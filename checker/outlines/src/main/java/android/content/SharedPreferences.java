package android.content;

/** Outline of Android's {@code SharedPreferences}. */
public interface SharedPreferences {
  String getString(String text, String text2);

  int getInt(String text, int n);

  long getLong(String text, long n);

  boolean getBoolean(String text, boolean flag);

  boolean contains(String text);

  SharedPreferences.Editor edit();

  /** Outline of Android's {@code Editor}. */
  interface Editor {
    SharedPreferences.Editor putString(String text, String text2);

    SharedPreferences.Editor putInt(String text, int n);

    SharedPreferences.Editor putLong(String text, long n);

    SharedPreferences.Editor putBoolean(String text, boolean flag);

    SharedPreferences.Editor remove(String text);

    SharedPreferences.Editor clear();

    boolean commit();

    void apply();
  }
}
