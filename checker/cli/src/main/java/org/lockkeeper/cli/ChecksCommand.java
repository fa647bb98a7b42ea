package org.lockkeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import picocli.CommandLine.Command;

/** {@code lockkeeper checks}: lists the checks. */
@Command(
    name = "checks",
    description = "Lists the checks: name, default severity (off: opt-in), what each finds.")
final class ChecksCommand implements Callable<Integer> {

  private final Io io;

  ChecksCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    List<About> all = new ArrayList<>(Analysis.checks());
    List<About> theirs = ErrorProne.abouts();
    all.addAll(theirs);
    int width = all.stream().mapToInt(about -> about.name().length()).max().orElse(0);
    for (About about : all) {
      if (!theirs.isEmpty() && about.equals(theirs.get(0))) {
        io.out().println("\nError Prone's, in 'lockkeeper check':");
      }
      String severity = about.severity().name().toLowerCase(Locale.ROOT);
      io.out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-" + width + "s  %-7s  %s",
                  about.name(),
                  severity,
                  about.sentence()));
    }
    io.out().flush();
    return ExitCodes.CLEAN;
  }
}
