package org.lockkeeper.cli;

/**
 * What the user gave cannot be used; the message says what and why. Ends the run with exit code 2.
 */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
