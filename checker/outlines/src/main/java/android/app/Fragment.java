package android.app;

import android.os.Bundle;

/** Outline of Android's {@code Fragment}. */
public class Fragment {
  public final native Activity getActivity();

  public native void onCreate(Bundle bundle);

  public native void onResume();

  public native void onPause();
}
