package android.widget;

import android.content.Context;

/** Outline of Android's {@code Button}. */
public class Button extends TextView {
  public Button(Context context) {
    super((Context) null);
  }
}
