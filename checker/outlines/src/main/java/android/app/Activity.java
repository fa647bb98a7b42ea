package android.app;

/** Fake of Android's activity. */
import android.os.Bundle;

public class Activity {
  protected void onCreate(Bundle state) {}

  protected void onResume() {}

  public final native void runOnUiThread(Runnable action);
}
