package org.lockkeeper.cli;

import java.util.List;
import java.util.stream.Stream;
import org.lockkeeper.check.Program;

/**
 * The input of a run, read by a door.
 *
 * @param program what to analyse
 * @param files how many source files or class files it has
 * @param broken what could not be read, each {@code file:line:column: why} or {@code file: why};
 *     the program is the rest
 * @param notices what else the user should know, such as names that could not be resolved
 */
record Opened(Program program, int files, List<String> broken, List<String> notices) {

  /** What the report should say about the input. */
  List<String> allNotices() {
    return Stream.concat(broken.stream(), notices.stream()).toList();
  }
}
