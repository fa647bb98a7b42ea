package org.lockkeeper.check;

import java.util.List;

/**
 * A fix carried out on source text: what a driver applies, prints or hands on.
 *
 * @param edits sorted by file and start; they do not overlap
 * @param imports fully qualified names of types that each edited file must import, unless it does
 *     already
 */
public record Patch(List<TextEdit> edits, List<String> imports) {
  /** Nothing to change: advice, or a fix that nobody has carried out. */
  public static final Patch NONE = new Patch(List.of(), List.of());

  /** Freezes the lists. */
  public Patch {
    edits = List.copyOf(edits);
    imports = List.copyOf(imports);
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** Whether both want to change the same characters. */
  public boolean overlaps(Patch other) {
    return edits.stream().anyMatch(e -> other.edits.stream().anyMatch(e::overlaps));
  }
}
