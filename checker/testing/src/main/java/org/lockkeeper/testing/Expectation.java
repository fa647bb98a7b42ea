package org.lockkeeper.testing;

/**
 * A marker at the end of a line: something is to be said there, or is known to be missed.
 *
 * @param line 1-based
 * @param kind what is expected
 * @param check the check's name; empty for facts
 * @param part what the message or fact contains; empty for anything
 */
public record Expectation(int line, Kind kind, String check, String part) {

  /** Kinds of marker. */
  public enum Kind {
    /** {@code // want Check "part"}: exactly one finding. */
    FINDING,
    /** {@code // want fact "part"}: at least one fact of the engine. */
    FACT,
    /** {@code // missed Check}: no finding yet, though there should be one. */
    MISSED
  }

  @Override
  public String toString() {
    String word = kind == Kind.FACT ? "fact" : check;
    return (kind == Kind.MISSED ? "missed " : "want ") + word + quoted();
  }

  private String quoted() {
    return part.isEmpty() ? "" : " \"" + part + "\"";
  }
}
