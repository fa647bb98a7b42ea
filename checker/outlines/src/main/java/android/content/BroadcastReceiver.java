package android.content;

/** Outline of Android's {@code BroadcastReceiver}. */
public abstract class BroadcastReceiver {
  public abstract void onReceive(Context context, Intent intent);
}
