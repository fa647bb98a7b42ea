package org.lockkeeper.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.lang.model.SourceVersion;
import org.lockkeeper.bytecode.CacheFolder;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.facts.FactSyntaxException;
import picocli.CommandLine.Option;

/** The options that all commands which analyse have in common. */
final class Options {

  /** How findings are written. */
  enum Format {
    text,
    sarif
  }

  /** The least severity that makes the exit code 1. */
  enum Threshold {
    error,
    warning,
    note,
    never
  }

  /** When to use colours. */
  enum Colour {
    auto,
    always,
    never
  }

  private static final int OLDEST_RELEASE = 8;

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description =
          "Jars and folders that the input depends on, separated as for java; DIR/* means all jars"
              + " of a folder.")
  private List<String> classpath = List.of();

  @Option(
      names = "--no-outlines",
      description =
          "Take libraries that are not on the class path as unknown, also those whose signatures"
              + " the command brings along.")
  private boolean bare;

  @Option(
      names = "--release",
      paramLabel = "N",
      description =
          "Java release that the code is written for and runs on; default: that of this JDK.")
  private int release;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "Facts about your code or libraries (*.facts); repeatable, later ones win.")
  private List<Path> models = List.of();

  @Option(
      names = "--checks",
      paramLabel = "LIST",
      split = ",",
      description = {
        "Which checks speak: +A switches on, -B off, C=error|warning|note|off sets a severity;",
        "names without a sign mean exactly these. 'all' is every check. See 'lockkeeper checks'."
      })
  private List<String> checks = List.of();

  @Option(
      names = "--strict",
      description = "Expect the worst of unknown code; internal faults are failures.")
  private boolean strict;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or sarif.")
  private Format format = Format.text;

  @Option(
      names = {"--output", "-o"},
      paramLabel = "FILE",
      description = "Write the report there instead of to standard output.")
  private Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "error, warning (default), note or never: from which severity on the exit code is 1.")
  private Threshold failOn = Threshold.warning;

  @Option(
      names = "--only",
      paramLabel = "PREFIX",
      split = ",",
      description =
          "Report only on classes whose name starts like this, such as com.acme.; repeatable.")
  private List<String> only = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PREFIX",
      split = ",",
      description = "Leave out classes whose name starts like this; repeatable.")
  private List<String> exclude = List.of();

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always or never.")
  private Colour colour = Colour.auto;

  @Option(
      names = "--no-cache",
      description = "Read all class files anew, and leave nothing for the next run.")
  private boolean uncached;

  @Option(
      names = {"--verbose", "-v"},
      description =
          "Say what was read and how long it took, with all compile errors and stack traces.")
  private boolean verbose;

  /** How to write findings. */
  Format format() {
    return format;
  }

  /** From which severity on to fail. */
  Threshold failOn() {
    return failOn;
  }

  /** Whether to tell more. */
  boolean verbose() {
    return verbose;
  }

  /** The Java release; 0 for this JDK's. */
  int release() {
    return release;
  }

  /** Where what was read of libraries is kept between runs; empty for nowhere. */
  Optional<CacheFolder> cache() {
    return uncached
        ? Optional.empty()
        : CacheFolder.ofUser(System.getenv(), System.getProperty("user.home"));
  }

  /** Whether outlines answer for libraries that the class path lacks. */
  boolean outlines() {
    return !bare;
  }

  /** Whether internal faults are failures. */
  boolean strict() {
    return strict;
  }

  /** Whether to colour text that goes to standard output. */
  boolean colour(Io io) {
    return colour == Colour.always || colour == Colour.auto && io.terminal() && output == null;
  }

  /** Where the report goes; {@code null} for standard output. */
  Path output(Io io) {
    return output == null ? null : io.base().resolve(output);
  }

  /**
   * The jars and folders of the user's class path that can be read; those that cannot are named.
   *
   * @throws BadInput when a folder of jars cannot be read
   */
  List<Path> classpath(Io io) {
    List<Path> entries = new ArrayList<>();
    for (String given : classpath) {
      for (String entry : given.split(Pattern.quote(File.pathSeparator))) {
        if (entry.equals("*") || entry.endsWith("/*")) {
          Path folder = io.base().resolve(entry.substring(0, entry.length() - 1));
          jars(folder).forEach(jar -> readable(jar, io, entries));
        } else if (!entry.isEmpty() && Files.exists(io.base().resolve(entry))) {
          readable(io.base().resolve(entry), io, entries);
        } else if (!entry.isEmpty()) {
          io.say("no such class path entry: " + entry);
        }
      }
    }
    return entries;
  }

  private static void readable(Path entry, Io io, List<Path> to) {
    if (Files.isDirectory(entry)) {
      to.add(entry);
      return;
    }
    try {
      new ZipFile(entry.toFile()).close();
      to.add(entry);
    } catch (IOException damaged) {
      io.say("left out class path entry " + entry + ": " + damaged.getMessage());
    }
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new BadInput("cannot read class path folder " + folder);
    }
  }

  /**
   * The severities that {@code --checks} asks for, by name.
   *
   * @param others checks that it may name besides ours
   * @throws BadInput for an unknown check
   */
  Map<String, Severity> severities(List<About> others) {
    List<About> all = new ArrayList<>(Analysis.checks());
    all.addAll(others);
    return Severities.parse(checks, all);
  }

  /**
   * What the analysis is told.
   *
   * @param packaged models found on the class path, weaker than those given
   * @param others checks that {@code --checks} may name besides ours
   * @throws BadInput for an unknown check, a model that cannot be read or parsed, a wrong release
   */
  Settings settings(Io io, List<Settings.Model> packaged, List<About> others) {
    int newest = SourceVersion.latest().ordinal();
    if (release != 0 && (release < OLDEST_RELEASE || release > newest)) {
      throw new BadInput(
          "--release %d is not supported by this JDK; it is from %d to %d"
              .formatted(release, OLDEST_RELEASE, newest));
    }
    List<Settings.Model> all = new ArrayList<>(packaged);
    models.forEach(file -> all.add(model(io, file)));
    Map<String, Severity> severities = new TreeMap<>(severities(others));
    others.forEach(about -> severities.remove(about.name()));
    return new Settings(severities, all, strict, only, exclude, release);
  }

  private static Settings.Model model(Io io, Path file) {
    try {
      String text = Files.readString(io.base().resolve(file));
      FactFile.parse(file.toString(), text);
      return new Settings.Model(file.toString(), text);
    } catch (FactSyntaxException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw new BadInput("cannot read model " + file + why(io.base().resolve(file), e));
    }
  }

  private static String why(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return ": it is a folder";
    }
    String why = e instanceof CharacterCodingException ? "it is not in UTF-8" : e.getMessage();
    return ": " + (Files.exists(file) ? why : "no such file");
  }

  /**
   * Makes sure that the report can be written before time is spent on it.
   *
   * @throws BadInput when it cannot
   */
  void checkOutput(Io io) {
    Path target = output(io);
    if (target == null) {
      return;
    }
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInput("cannot write " + output);
    }
  }
}
