package com.google.common.base;

/** Outline of Guava's {@code Preconditions}. */
public final class Preconditions {
  private Preconditions() {}

  public static native void checkArgument(boolean flag);

  public static native void checkArgument(boolean flag, Object object);

  public static native void checkArgument(boolean flag, String text, Object... object);

  public static native void checkState(boolean flag);

  public static native void checkState(boolean flag, Object object);

  public static native void checkState(boolean flag, String text, Object... object);

  public static native <T> T checkNotNull(T value);

  public static native <T> T checkNotNull(T value, Object object);

  public static native <T> T checkNotNull(T value, String text, Object... object);
}
