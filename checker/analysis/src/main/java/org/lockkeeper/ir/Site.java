package org.lockkeeper.ir;

/**
 * Where an operation stands.
 *
 * @param in the method whose body it stands in
 * @param file path or URI of the source file as the door knows it, or the name recorded in the
 *     class file
 * @param line 1-based; 0 when unknown
 * @param column 1-based; 0 when unknown (bytecode)
 * @param offset 0-based character offset of the preferred diagnostic position in the source; -1
 *     when unknown (bytecode)
 */
public record Site(MethodRef in, String file, int line, int column, int offset) {

  /** The same file and line, wherever in it. */
  public boolean sameLine(Site other) {
    return line == other.line && file.equals(other.file);
  }

  @Override
  public String toString() {
    return file.substring(file.lastIndexOf('/') + 1)
        + ":"
        + line
        + (column > 0 ? ":" + column : "");
  }
}
