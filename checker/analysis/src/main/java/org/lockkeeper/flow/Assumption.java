package org.lockkeeper.flow;

import org.lockkeeper.ir.Place;

/**
 * What a test has shown.
 *
 * @param what {@code ready}, or {@code in } or {@code not in } and a context
 * @param place what is ready; {@code null} for contexts
 */
public record Assumption(String what, Place place) {
  /** Waiting for the place no longer blocks. */
  public static Assumption ready(Place place) {
    return new Assumption("ready", place);
  }

  /** The code runs (or does not run) in a context. */
  public static Assumption context(String context, boolean in) {
    return new Assumption((in ? "in " : "not in ") + context, null);
  }
}
