package org.lockkeeper.check;

import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param title as printed behind {@code fix:}, a source fragment or short imperative: {@code
 *     cache.computeIfAbsent(k, this::load)}
 * @param edits what to change; empty when it is advice only
 */
public record Fix(String title, List<Edit> edits) {
  /** Freezes the list. */
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Advice that no edit carries out. */
  public static Fix advice(String title) {
    return new Fix(title, List.of());
  }
}
