package org.lockkeeper.facts;

/** What a comment says in place of an annotation: that its author accepts a race. */
public final class AcceptedRace {
  /**
   * The annotation's type, of a field or of a method; there its element {@code lines} tells which
   * are spoken of, 0 for all of them.
   */
  public static final String TYPE = "comment.AcceptedRace";

  private AcceptedRace() {}
}
