package android.view;

import android.content.Context;

/** Outline of Android's {@code View}. */
public class View {
  public View(Context context) {}

  public native void setOnClickListener(View.OnClickListener onClickListener);

  public native void setOnLongClickListener(View.OnLongClickListener onLongClickListener);

  public native void setOnTouchListener(View.OnTouchListener onTouchListener);

  public native void setVisibility(int n);

  public native void setEnabled(boolean flag);

  public final native Context getContext();

  public native void invalidate();

  public native boolean post(Runnable runnable);

  public native boolean postDelayed(Runnable runnable, long n);

  public native void postInvalidate();

  public final native View findViewById(int n);

  /** Outline of Android's {@code OnClickListener}. */
  public interface OnClickListener {
    void onClick(View view);
  }

  /** Outline of Android's {@code OnLongClickListener}. */
  public interface OnLongClickListener {
    boolean onLongClick(View view);
  }

  /** Outline of Android's {@code OnTouchListener}. */
  public interface OnTouchListener {}
}
