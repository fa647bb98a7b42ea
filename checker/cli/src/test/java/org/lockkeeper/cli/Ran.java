package org.lockkeeper.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A finished run of the command. */
record Ran(int code, String out, String err) {

  /** Runs the command as if in the folder. */
  static Ran in(Path folder, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new Io(new PrintWriter(out), new PrintWriter(err), folder, false), args);
    return new Ran(code, out.toString(), err.toString());
  }
}
