package org.lockkeeper.cli;

import java.util.List;
import java.util.function.Supplier;
import org.lockkeeper.check.Program;

/**
 * The input of a run, read by a door.
 *
 * @param program what to analyse
 * @param part the source files that it was read from; null when it was read from class files
 * @param twins whether some of its files are left out, as they declare classes that others do, too
 * @param errors how many compile errors there are
 * @param size how many of {@code unit} it has
 * @param unit {@code file} or {@code class}
 * @param broken what could not be read, each {@code file:line:column: why} or {@code file: why};
 *     the program is the rest
 * @param notices what else the user should know, such as names that could not be resolved; asked
 *     for after the analysis, which may come across more
 * @param theirs checks of others that have looked at the same input
 */
record Opened(
    Program program,
    Part part,
    boolean twins,
    int errors,
    int size,
    String unit,
    List<String> broken,
    Supplier<List<String>> notices,
    ErrorProne theirs) {

  /** Read from no source file. */
  static Opened binary(Program program, int size, String unit, Supplier<List<String>> notices) {
    return new Opened(program, null, false, 0, size, unit, List.of(), notices, ErrorProne.none());
  }
}
