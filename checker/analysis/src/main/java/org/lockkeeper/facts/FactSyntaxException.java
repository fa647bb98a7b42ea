package org.lockkeeper.facts;

/**
 * A facts file does not follow the format. The message is {@code file:line:column: expected …,
 * found …}.
 */
public final class FactSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;

  /**
   * At a place.
   *
   * @param line 1-based
   * @param column 1-based, in characters
   * @param problem without place
   */
  public FactSyntaxException(String file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** The file's name as given to the parser. */
  public String file() {
    return file;
  }

  /** 1-based. */
  public int line() {
    return line;
  }

  /** 1-based, in characters. */
  public int column() {
    return column;
  }
}
