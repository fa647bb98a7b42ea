package org.lockkeeper.check;

import java.util.regex.Pattern;

/**
 * Which {@code assert} statements doors keep: those that state who may run the code. Others say
 * nothing about threads, and production code runs without them.
 */
public final class Assertions {
  private static final Pattern ASKS =
      Pattern.compile("(?i).*(held|hold(s|count)|locked|loop|thread).*");

  private Assertions() {}

  /**
   * Whether a call in the condition asks about locks or threads, by its name: {@code holdsLock},
   * {@code isHeldByCurrentThread}, {@code inEventLoop}.
   *
   * @param method the called method's name
   */
  public static boolean asksAboutThreads(String method) {
    return !method.equals("currentThread") && ASKS.matcher(method).matches();
  }
}
