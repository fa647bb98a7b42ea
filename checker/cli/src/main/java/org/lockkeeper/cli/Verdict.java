package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;
import org.lockkeeper.report.Text;

/** Analyses what a door has opened, writes the report, and says with which code to exit. */
final class Verdict {

  private final Io io;
  private final Options options;
  private final long start = System.nanoTime();

  Verdict(Io io, Options options) {
    this.io = io;
    this.options = options;
  }

  /**
   * Analyses and reports.
   *
   * @param command its name for the report
   * @return one of {@link ExitCodes}
   * @throws BadInput when the report cannot be written
   */
  int on(Opened opened, Settings settings, String command) {
    opened.broken().forEach(line -> io.err().println(line));
    opened.notices().forEach(io::say);
    Report report = Analysis.run(opened.program(), settings);
    report.notices().forEach(io::say);
    Text text = Text.plain();
    write(
        options.format() == Options.Format.sarif
            ? sarif(report, opened, command)
            : text(report, opened));
    if (options.output(io) != null || options.format() == Options.Format.sarif) {
      io.say(text.summary(report, opened.files()));
    }
    if (options.verbose()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      io.say(
          String.format(
              Locale.ROOT,
              "analysed %d methods, files: %d, seconds: %.1f",
              report.methods(),
              opened.files(),
              seconds));
    }
    return code(report, opened);
  }

  private String text(Report report, Opened opened) {
    SourceTexts sources = new SourceTexts(io.base());
    return Text.plain()
        .withSource(sources::lines)
        .withNames(sources::name)
        .withColour(options.colour(io))
        .report(report, opened.files());
  }

  private String sarif(Report report, Opened opened, String command) {
    Declarations declarations = new Declarations(opened.program());
    return new Sarif(report, declarations, new SourceTexts(io.base()), fix -> List.of())
        .write(command, Main.version(), opened.allNotices());
  }

  private void write(String report) {
    Path target = options.output(io);
    if (target == null) {
      io.out().print(report);
      io.out().flush();
      return;
    }
    try {
      Files.writeString(target, report);
    } catch (IOException e) {
      throw new BadInput("cannot write " + target + ": " + e.getMessage());
    }
  }

  private int code(Report report, Opened opened) {
    if (!opened.broken().isEmpty()) {
      return ExitCodes.BAD_INPUT;
    }
    Severity least =
        switch (options.failOn()) {
          case error -> Severity.ERROR;
          case warning -> Severity.WARNING;
          case note -> Severity.NOTE;
          case never -> null;
        };
    boolean fails =
        least != null
            && report.findings().stream().anyMatch(f -> report.severity(f).compareTo(least) >= 0);
    return fails ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
  }
}
