package android.widget;

import android.content.Context;
import android.view.View;

/** Outline of Android's {@code TextView}. */
public class TextView extends View {
  public TextView(Context context) {
    super((Context) null);
  }

  public native CharSequence getText();

  public final native void setText(CharSequence charSequence);

  public final native void setText(int n);
}
