package android.app;

import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.view.View;

/** Outline of Android's {@code Activity}. */
public class Activity extends Context {
  public native Intent getIntent();

  protected native void onCreate(Bundle bundle);

  protected native void onStart();

  protected native void onResume();

  protected native void onPause();

  protected native void onStop();

  protected native void onDestroy();

  public native View findViewById(int n);

  public native void setContentView(int n);

  public native void setContentView(View view);

  public native void startActivity(Intent intent);

  public native void startActivity(Intent intent, Bundle bundle);

  public native void finish();

  public native Object getSystemService(String text);

  public final native void runOnUiThread(Runnable runnable);

  public native Context getApplicationContext();

  public native SharedPreferences getSharedPreferences(String text, int n);
}
