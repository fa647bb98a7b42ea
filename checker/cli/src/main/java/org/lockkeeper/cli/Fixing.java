package org.lockkeeper.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lockkeeper.edit.Rounds;

/** Changes sources by the fixes of findings, or shows what it would change. */
final class Fixing {
  private static final int CONTEXT = 3;

  /** What to do with changed sources. */
  enum Mode {
    /** Write them. */
    apply,
    /** Print how they differ. */
    diff
  }

  private final Io io;
  private final SourceTexts sources;

  Fixing(Io io, SourceTexts sources) {
    this.io = io;
    this.sources = sources;
  }

  /**
   * Applies fixes in memory until none is left.
   *
   * @param analyser analyses the sources with some files changed
   */
  Rounds.Result run(Function<Map<Path, String>, Rounds.Analysed> analyser) {
    return new Rounds(sources::text, changed -> analyser.apply(paths(changed))).run();
  }

  private Map<Path, String> paths(Map<String, String> changed) {
    Map<Path, String> paths = new TreeMap<>();
    changed.forEach((file, text) -> sources.path(file).ifPresent(p -> paths.put(p, text)));
    return paths;
  }

  /**
   * Writes the changed files.
   *
   * @throws BadInput when one cannot be written
   */
  void write(Map<String, String> changed) {
    paths(changed)
        .forEach(
            (path, text) -> {
              try {
                Files.writeString(path, text, StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new BadInput("cannot write " + path + ": " + e.getMessage());
              }
            });
  }

  /** How the changed files differ, as {@code patch -p1} and {@code git apply} read it. */
  String diff(Map<String, String> changed) {
    StringBuilder all = new StringBuilder();
    changed.forEach((file, text) -> all.append(diff(file, text)));
    return all.toString();
  }

  private String diff(String file, String text) {
    List<String> before = lines(sources.text(file).orElse(""));
    List<String> after = lines(text);
    String name = sources.name(file).replaceFirst("^/+", "");
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, before, DiffUtils.diff(before, after), CONTEXT);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Carriage returns stay: a patch must have them, too. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** Says what was done, or would be. */
  void say(Rounds.Result result, Mode mode) {
    for (Rounds.Dropped each : result.dropped()) {
      String place =
          sources.name(each.finding().site().file()) + ":" + each.finding().site().line();
      io.say(
          "left out the fix of " + each.finding().check() + " at " + place + ": it " + each.why());
    }
    String verb = mode == Mode.diff ? "would apply " : "applied ";
    int left = result.after().findings().size();
    io.say(
        verb
            + count(result.applied().size(), "fix", "fixes")
            + " in "
            + count(result.changed().size(), "file", "files")
            + "; "
            + count(left, "finding is", "findings are")
            + " left");
  }

  /** A number with its noun. */
  static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
