package org.lockkeeper.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * The outer world of a run.
 *
 * @param out for the report
 * @param err for everything else
 * @param base the current folder
 * @param terminal whether a person reads {@code out}
 */
record Io(PrintWriter out, PrintWriter err, Path base, boolean terminal) {

  /** Says something about the run itself. */
  void say(String line) {
    err.println("lockkeeper: " + line);
    err.flush();
  }
}
