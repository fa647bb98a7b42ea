package org.lockkeeper.javac;

/** Internal faults in a few words. */
final class Faults {
  private Faults() {}

  /** The exception and where it comes from. */
  static String describe(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return fault + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
