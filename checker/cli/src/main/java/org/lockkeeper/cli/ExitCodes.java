package org.lockkeeper.cli;

/** What a run's exit code says; the highest that applies. */
final class ExitCodes {

  /** No finding at or above the threshold. */
  static final int CLEAN = 0;

  /** At least one finding at or above the threshold. */
  static final int FINDINGS = 1;

  /** Bad usage, or input that cannot be read or parsed; findings of the rest are still reported. */
  static final int BAD_INPUT = 2;

  /** An internal fault. */
  static final int FAULT = 3;

  private ExitCodes() {}
}
