package org.lockkeeper.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.TextEdit;

/**
 * Applies the first fix of every finding, analyses again, and so on until there is none left: edits
 * that overlap get their turn in a later round, those that seem to have gone wrong alone. A fix
 * that does not compile, cures nothing, or brings a finding of its own is dropped.
 */
public final class Rounds {
  private static final int MAX_ROUNDS = 30;

  private final Function<String, Optional<String>> texts;
  private final Function<Map<String, String>, Analysed> analyser;
  private final Map<String, String> changed = new TreeMap<>();
  private final List<Finding> applied = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();
  private final Set<String> suspects = new HashSet<>();

  /**
   * Sources as they are after some rounds.
   *
   * @param report mended
   * @param errors how many compile errors there are
   */
  public record Analysed(Report report, int errors) {}

  /**
   * A fix that is not applied.
   *
   * @param why what went wrong with it
   */
  public record Dropped(Finding finding, String why) {}

  /**
   * What came of it.
   *
   * @param before the report on the sources as they were
   * @param after the report on what became of them
   * @param changed the new text of each changed file, by {@link TextEdit#file()}
   * @param applied findings whose fixes were applied
   */
  public record Result(
      Report before,
      Report after,
      Map<String, String> changed,
      List<Finding> applied,
      List<Dropped> dropped) {}

  /**
   * @param texts the text of a file as it was, by {@link TextEdit#file()}
   * @param analyser analyses the sources with some files changed
   */
  public Rounds(
      Function<String, Optional<String>> texts, Function<Map<String, String>, Analysed> analyser) {
    this.texts = texts;
    this.analyser = analyser;
  }

  /** Runs them all. */
  public Result run() {
    Analysed first = analyser.apply(changed);
    Analysed now = first;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Finding> chosen = chosen(now.report());
      if (chosen.isEmpty()) {
        break;
      }
      now = round(now, chosen);
    }
    return new Result(first.report(), now.report(), changed, applied, dropped);
  }

  /** As many of the fixes as go together; at least one is applied or dropped. */
  private Analysed round(Analysed now, List<Finding> chosen) {
    List<Finding> some = chosen;
    while (true) {
      Map<String, String> next = apply(some);
      Analysed then = analyser.apply(next);
      Optional<Wrong> wrong = wrong(now, some, then);
      if (wrong.isEmpty()) {
        changed.putAll(next);
        applied.addAll(some);
        return then;
      }
      if (some.size() == 1) {
        tried.add(place(some.get(0)));
        dropped.add(new Dropped(some.get(0), wrong.get().why()));
        return now;
      }
      wrong.get().blamed().forEach(f -> suspects.add(place(f)));
      some = fewer(some, wrong.get());
    }
  }

  /** Without those that are to blame; half of them when that is open. */
  private static List<Finding> fewer(List<Finding> some, Wrong wrong) {
    List<Finding> rest = some.stream().filter(f -> !wrong.blamed().contains(f)).toList();
    return rest.isEmpty() || rest.size() == some.size() ? some.subList(0, some.size() / 2) : rest;
  }

  /**
   * What went wrong with some fixes.
   *
   * @param blamed those that likely did it
   */
  private record Wrong(String why, List<Finding> blamed) {}

  /** Those that do not overlap; who is suspect comes behind all others, and alone. */
  private List<Finding> chosen(Report report) {
    List<Finding> chosen = new ArrayList<>();
    List<Finding> alone = new ArrayList<>();
    List<Patch> patches = new ArrayList<>();
    for (Finding finding : report.inTurn()) {
      Patch patch = patch(finding);
      boolean free = patches.stream().noneMatch(patch::overlaps);
      if (!patch.isEmpty() && free && !tried.contains(place(finding))) {
        boolean suspect = suspects.contains(place(finding));
        (suspect ? alone : chosen).add(finding);
        patches.addAll(suspect ? List.of() : List.of(patch));
      }
    }
    return chosen.isEmpty() && !alone.isEmpty() ? alone.subList(0, 1) : chosen;
  }

  /** The first fix that can be applied. */
  private static Patch patch(Finding finding) {
    return finding.fixes().stream()
        .map(Fix::patch)
        .filter(p -> !p.isEmpty())
        .findFirst()
        .orElse(Patch.NONE);
  }

  private Map<String, String> apply(List<Finding> findings) {
    Map<String, List<Patch>> files = new LinkedHashMap<>();
    for (Finding each : findings) {
      Patch patch = patch(each);
      Set<String> names = new LinkedHashSet<>();
      patch.edits().forEach(e -> names.add(e.file()));
      names.forEach(f -> files.computeIfAbsent(f, k -> new ArrayList<>()).add(patch));
    }
    Map<String, String> next = new TreeMap<>(changed);
    files.forEach(
        (file, patches) -> {
          String text = next.containsKey(file) ? next.get(file) : texts.apply(file).orElseThrow();
          next.put(file, Patches.apply(file, text, patches));
        });
    return next;
  }

  private static Optional<Wrong> wrong(Analysed now, List<Finding> fixed, Analysed then) {
    if (then.errors() > now.errors()) {
      return Optional.of(new Wrong("does not compile", List.of()));
    }
    Map<String, Integer> before = count(now.report().findings());
    Map<String, Integer> after = count(then.report().findings());
    Map<String, Integer> cured = count(fixed);
    Set<Finding> blamed = new LinkedHashSet<>();
    String why = "";
    for (Finding each : fixed) {
      int left = before.get(key(each)) - cured.get(key(each));
      if (after.getOrDefault(key(each), 0) > left) {
        why = why.isEmpty() ? "does not cure it" : why;
        blamed.add(each);
      }
    }
    for (Finding each : then.report().findings()) {
      boolean known = blamed.stream().anyMatch(b -> key(b).equals(key(each)));
      if (!known && after.get(key(each)) > before.getOrDefault(key(each), 0)) {
        why = why.isEmpty() ? "brings " + key(each) : why;
        fixed.stream().filter(f -> touches(f, each)).forEach(blamed::add);
      }
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(new Wrong(why, List.copyOf(blamed)));
  }

  /** Whether a fix changes a file that a finding shows. */
  private static boolean touches(Finding fixed, Finding brought) {
    Set<String> files = new HashSet<>();
    files.add(brought.site().file());
    brought.evidence().forEach(e -> files.add(e.site().file()));
    return patch(fixed).edits().stream().anyMatch(e -> files.contains(e.file()));
  }

  private static Map<String, Integer> count(List<Finding> findings) {
    Map<String, Integer> all = new TreeMap<>();
    findings.forEach(f -> all.merge(key(f), 1, Integer::sum));
    return all;
  }

  /** A finding without its lines, which fixes move. */
  private static String key(Finding f) {
    String message =
        f.message().replaceAll("lines? \\d+", "line").replaceAll("lambda\\$\\w+", "lambda");
    String in = f.site().in().key().replaceFirst("#lambda\\$.*", "#lambda");
    return f.check() + " in " + in + ": " + message;
  }

  /** Where and what: fixes before it move it, which gives a dropped one another chance. */
  private static String place(Finding f) {
    return key(f) + f.site().file() + patch(f);
  }
}
