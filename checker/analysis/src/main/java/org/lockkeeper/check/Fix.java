package org.lockkeeper.check;

import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param title as printed behind {@code fix:}, a source fragment or short imperative: {@code
 *     cache.computeIfAbsent(k, this::load)}
 * @param edits what to change; empty when it is advice only
 * @param patch the edits carried out on the source; empty until a driver that holds source does so
 */
public record Fix(String title, List<Edit> edits, Patch patch) {
  /** Freezes the list. */
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Something to do that nobody has carried out. */
  public Fix(String title, List<Edit> edits) {
    this(title, edits, Patch.NONE);
  }

  /** Advice that no edit carries out. */
  public static Fix advice(String title) {
    return new Fix(title, List.of());
  }
}
