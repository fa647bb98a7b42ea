package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;
import org.lockkeeper.edit.Mender;
import org.lockkeeper.report.Text;
import org.lockkeeper.sarif.Sarif;

/** Analyses what a door has opened, writes the report, and says with which code to exit. */
final class Verdict {

  /** How the analysis names what it had to skip. */
  private static final String FAULT = "internal fault";

  private final Io io;
  private final Options options;
  private final SourceTexts sources;
  private final long start = System.nanoTime();

  /**
   * @param sources what findings are shown with
   */
  Verdict(Io io, Options options, SourceTexts sources) {
    this.io = io;
    this.options = options;
    this.sources = sources;
  }

  /**
   * Analyses and reports.
   *
   * @param analysis what to do with the program
   * @param command its name for the report
   * @return one of {@link ExitCodes}
   * @throws BadInput when the report cannot be written
   */
  int on(Opened opened, Settings settings, Function<Program, Report> analysis, String command) {
    opened.broken().forEach(io.err()::println);
    Report ours = new Mender(sources::text).mend(analyse(opened, analysis));
    Report report = opened.theirs().beside(ours, opened.program(), settings);
    List<String> notices = opened.notices().get();
    notices.forEach(io::say);
    report.notices().forEach(io::say);
    boolean sarif = options.format() == Options.Format.sarif;
    write(sarif ? sarif(report, opened, notices, command) : text(report, opened));
    if (sarif || options.output(io) != null) {
      io.say(Text.plain().summary(report, opened.size(), opened.unit()));
    }
    if (options.verbose()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      io.say(String.format(Locale.ROOT, "methods: %d, seconds: %.1f", report.methods(), seconds));
    }
    return code(report, opened);
  }

  private Report analyse(Opened opened, Function<Program, Report> analysis) {
    if (!io.terminal()) {
      return analysis.apply(opened.program());
    }
    try (Progress watched = new Progress(opened.program(), io)) {
      return analysis.apply(watched);
    }
  }

  private String text(Report report, Opened opened) {
    return Text.plain()
        .withSource(sources::lines)
        .withNames(sources::name)
        .withColour(options.colour(io))
        .report(report, opened.size(), opened.unit());
  }

  private String sarif(Report report, Opened opened, List<String> notices, String command) {
    List<String> all = Stream.concat(opened.broken().stream(), notices.stream()).toList();
    return new Sarif(report, opened.program(), sources, Pages::of)
        .write(command, Main.version(), all);
  }

  /**
   * Writes where the options say.
   *
   * @throws BadInput when that cannot be written
   */
  void write(String report) {
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

  /** One of {@link ExitCodes}. */
  int code(Report report, Opened opened) {
    if (options.strict() && report.notices().stream().anyMatch(n -> n.contains(FAULT))) {
      return ExitCodes.FAULT;
    }
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
