package org.lockkeeper.check;

import java.util.List;

/** Runs checks over a program: the one entry that drivers call. */
public final class Analysis {

  private Analysis() {}

  /**
   * Analyses a program. Deterministic: the same program and settings give an equal report.
   *
   * @throws IllegalArgumentException for an unknown check name in the settings (the message lists
   *     the right ones) or a malformed model (the message gives file:line:column and what was
   *     expected)
   */
  public static Report run(Program program, Settings settings) {
    throw new UnsupportedOperationException("being written");
  }

  /** All checks there are, sorted by name. */
  public static List<About> checks() {
    throw new UnsupportedOperationException("being written");
  }
}
