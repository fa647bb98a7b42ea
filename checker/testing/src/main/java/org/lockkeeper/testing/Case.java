package org.lockkeeper.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sources that are compiled together, and what is expected of them.
 *
 * @param name the file's name without {@code .java}, or the folder's
 * @param sources at least one
 * @param fixed the source after the fix, when it is kept beside the case
 * @param expected the whole report as a person sees it, when it is kept beside the case
 */
public record Case(
    String name, List<Source> sources, Optional<Source> fixed, Optional<Path> expected) {

  private static final Pattern RELEASE = Pattern.compile("_(\\d+)$");
  private static final String SOURCE_ONLY = "// source door only:";

  /** Freezes the list. */
  public Case {
    sources = List.copyOf(sources);
  }

  /**
   * A Java source.
   *
   * @param name the simple file name
   */
  public record Source(String name, String text) {}

  /** The cases of a folder, sorted by name: each file is one, each folder in it is one. */
  public static List<Case> in(Path folder) {
    List<Case> cases = new ArrayList<>();
    for (Path entry : list(folder)) {
      if (Files.isDirectory(entry)) {
        cases.add(ofFolder(entry));
      } else if (entry.toString().endsWith(".java")) {
        cases.add(ofFile(entry));
      }
    }
    return cases;
  }

  private static Case ofFile(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
    Path fixed = file.resolveSibling(name + ".fixed");
    Path expected = file.resolveSibling(name + ".expected");
    return new Case(
        name,
        List.of(source(file)),
        Files.exists(fixed)
            ? Optional.of(new Source(name + ".java", read(fixed)))
            : Optional.empty(),
        Files.exists(expected) ? Optional.of(expected) : Optional.empty());
  }

  private static Case ofFolder(Path folder) {
    Path expected = folder.resolveSibling(folder.getFileName() + ".expected");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Source> sources =
          files.filter(f -> f.toString().endsWith(".java")).sorted().map(Case::source).toList();
      return new Case(
          folder.getFileName().toString(),
          sources,
          Optional.empty(),
          Files.exists(expected) ? Optional.of(expected) : Optional.empty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The Java release that it is written for, from a name such as {@code VirtualThreads_21}; 17
   * without.
   */
  public int release() {
    Matcher number = RELEASE.matcher(name);
    return number.find() ? Integer.parseInt(number.group(1)) : 17;
  }

  /** Whether the analysis is to be strict, from a name such as {@code Native_strict}. */
  public boolean strict() {
    return name.endsWith("_strict");
  }

  /** Why class files cannot tell what the sources tell; empty when they can. */
  public Optional<String> sourceOnly() {
    return sources.stream()
        .flatMap(s -> s.text().lines())
        .map(String::strip)
        .filter(l -> l.startsWith(SOURCE_ONLY))
        .map(l -> l.substring(SOURCE_ONLY.length()).strip())
        .findFirst();
  }

  /** The text of a source by the name that places have; empty when it is none of the case. */
  public Optional<String> text(String file) {
    return sources.stream().filter(s -> file.endsWith(s.name())).map(Source::text).findFirst();
  }

  /** Whether it expects the engine to know something. */
  public boolean asksFacts() {
    return sources.stream().anyMatch(s -> s.text().contains("// want fact "));
  }

  /** The same case with other sources. */
  Case with(List<Source> others) {
    return new Case(name, others, Optional.empty(), Optional.empty());
  }

  /** The same case as its author would write it without a test in mind. */
  Case withoutMarkers() {
    return with(
        sources.stream()
            .map(s -> new Source(s.name(), s.text().replaceAll("[ \t]*// (want|missed) .*", "")))
            .toList());
  }

  /** The same case with another text of its only source. */
  Case with(Source source) {
    return new Case(name, List.of(source), Optional.empty(), Optional.empty());
  }

  private static Source source(Path file) {
    return new Source(file.getFileName().toString(), read(file));
  }

  /** A folder's entries, sorted. */
  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A file's text. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
