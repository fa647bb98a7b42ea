package org.springframework.util;

/** Outline of Spring's {@code Assert}. */
public abstract class Assert {
  public static native void state(boolean flag, String text);

  public static native void isTrue(boolean flag, String text);
}
