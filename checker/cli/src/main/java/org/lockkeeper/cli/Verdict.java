package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;
import org.lockkeeper.edit.Mender;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.report.Text;
import org.lockkeeper.sarif.Sarif;

/** Analyses what a door has opened, writes the report, and says with which code to exit. */
final class Verdict {

  /** How the analysis names what it had to skip. */
  private static final String FAULT = "internal fault";

  private final Io io;
  private final Options options;
  private final SourceTexts sources;
  private final Mender mender;
  private final long start = System.nanoTime();

  /**
   * @param sources what findings are shown with
   */
  Verdict(Io io, Options options, SourceTexts sources) {
    this(io, options, sources, sources::text);
  }

  /**
   * @param texts what fixes change
   */
  Verdict(Io io, Options options, SourceTexts sources, Function<String, Optional<String>> texts) {
    this.io = io;
    this.options = options;
    this.sources = sources;
    this.mender = new Mender(texts);
  }

  /**
   * Analyses and reports.
   *
   * @param parts the input; analysed each by itself, reported together
   * @param analysis what to do with a program
   * @param command its name for the report
   * @return one of {@link ExitCodes}
   * @throws BadInput when the report cannot be written
   */
  int on(
      List<Opened> parts, Settings settings, Function<Program, Report> analysis, String command) {
    broken(parts).forEach(io.err()::println);
    Report report = mended(parts, settings, analysis);
    List<String> notices = notices(parts);
    notices.forEach(io::say);
    report.notices().forEach(io::say);
    boolean sarif = options.format() == Options.Format.sarif;
    write(sarif ? sarif(report, parts, notices, command) : text(report, parts));
    if (sarif || options.output(io) != null) {
      io.say(Text.plain().summary(report, size(parts), unit(parts)));
    }
    if (options.verbose()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      io.say(String.format(Locale.ROOT, "methods: %d, seconds: %.1f", report.methods(), seconds));
    }
    return code(report, parts);
  }

  /** The findings of parts of the input together, with their fixes carried out as text edits. */
  Report mended(List<Opened> parts, Settings settings, Function<Program, Report> analysis) {
    return Report.of(
        parts.stream().map(each -> within(each, mended(each, settings, analysis))).toList());
  }

  private Report mended(Opened part, Settings settings, Function<Program, Report> analysis) {
    Report ours = analyse(part, analysis);
    return mender.mend(part.theirs().beside(ours, part.program(), settings));
  }

  /** Without what is found in files that another part judges. */
  private Report within(Opened opened, Report report) {
    if (opened.part() == null || opened.part().beside().isEmpty()) {
      return report;
    }
    Set<Path> own = Set.copyOf(opened.part().files());
    return report.with(
        report.findings().stream()
            .filter(f -> sources.path(f.site().file()).filter(own::contains).isPresent())
            .toList());
  }

  private static List<String> broken(List<Opened> parts) {
    return parts.stream().flatMap(each -> each.broken().stream()).distinct().toList();
  }

  private static List<String> notices(List<Opened> parts) {
    List<String> notices = new ArrayList<>();
    if (parts.size() > 1) {
      notices.add(
          "some classes are declared in more than one file; the files are looked at in "
              + parts.size()
              + " parts, so that each class is seen once in each");
    }
    parts.stream().flatMap(e -> e.notices().get().stream()).distinct().forEach(notices::add);
    return notices;
  }

  private static int size(List<Opened> parts) {
    return parts.stream().mapToInt(Opened::size).sum();
  }

  private static String unit(List<Opened> parts) {
    return parts.get(0).unit();
  }

  private Report analyse(Opened opened, Function<Program, Report> analysis) {
    if (!io.terminal()) {
      return analysis.apply(opened.program());
    }
    try (Progress watched = new Progress(opened.program(), io)) {
      return analysis.apply(watched);
    }
  }

  private String text(Report report, List<Opened> parts) {
    return Text.plain()
        .withSource(sources::lines)
        .withNames(sources::name)
        .withColour(options.colour(io))
        .report(report, size(parts), unit(parts));
  }

  private String sarif(Report report, List<Opened> parts, List<String> notices, String command) {
    List<String> all = Stream.concat(broken(parts).stream(), notices.stream()).toList();
    List<ClassInfo> classes =
        parts.stream().flatMap(each -> each.program().classes().stream()).toList();
    return new Sarif(report, classes, sources, Pages::of).write(command, Main.version(), all);
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
  int code(Report report, List<Opened> parts) {
    if (options.strict() && report.notices().stream().anyMatch(n -> n.contains(FAULT))) {
      return ExitCodes.FAULT;
    }
    if (!broken(parts).isEmpty()) {
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
