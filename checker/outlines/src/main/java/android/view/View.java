package android.view;

/** Fake of Android's view. */
public class View {
  /** Told of clicks. */
  public interface OnClickListener {
    void onClick(View view);
  }

  public native void setOnClickListener(OnClickListener listener);
}
