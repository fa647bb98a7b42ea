package org.lockkeeper.check;

/**
 * A change of a source file's characters.
 *
 * @param file as in {@link org.lockkeeper.ir.Site#file()}
 * @param start 0-based character offset
 * @param end offset behind the last character that goes; {@code start} for an insertion
 * @param text what comes instead
 */
public record TextEdit(String file, int start, int end, String text) {

  /** Whether both change the same characters, or insert at the same place. */
  public boolean overlaps(TextEdit other) {
    boolean apart = end <= other.start || other.end <= start;
    return file.equals(other.file) && (!apart || start == other.start);
  }
}
