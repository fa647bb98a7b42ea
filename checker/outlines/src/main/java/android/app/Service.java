package android.app;

import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.os.Bundle;

/** Outline of Android's {@code Service}. */
public abstract class Service extends Context {
  public native void onCreate();

  public native int onStartCommand(Intent intent, int n, int n2);

  public native void onDestroy();

  public final native void stopSelf();

  public final native void stopSelf(int n);

  public native Context getApplicationContext();

  public native SharedPreferences getSharedPreferences(String text, int n);

  public native void startActivity(Intent intent);

  public native void startActivity(Intent intent, Bundle bundle);

  public native Object getSystemService(String text);
}
