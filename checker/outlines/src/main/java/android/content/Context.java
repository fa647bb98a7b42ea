package android.content;

import android.os.Bundle;

/** Outline of Android's {@code Context}. */
public abstract class Context {
  public abstract Context getApplicationContext();

  public final native String getString(int n);

  public abstract SharedPreferences getSharedPreferences(String text, int n);

  public abstract void startActivity(Intent intent);

  public abstract void startActivity(Intent intent, Bundle bundle);

  public abstract Object getSystemService(String text);
}
