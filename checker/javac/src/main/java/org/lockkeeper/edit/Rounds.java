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
 * that overlap get their turn in a later round. A fix that does not compile, cures nothing, or
 * brings a finding of its own is dropped.
 */
public final class Rounds {
  private static final int MAX_ROUNDS = 30;

  private final Function<String, Optional<String>> texts;
  private final Function<Map<String, String>, Analysed> analyser;
  private final Map<String, String> changed = new TreeMap<>();
  private final List<Finding> applied = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();

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
      Optional<String> wrong = wrong(now, some, then);
      if (wrong.isEmpty()) {
        changed.putAll(next);
        applied.addAll(some);
        return then;
      }
      if (some.size() == 1) {
        tried.add(place(some.get(0)));
        dropped.add(new Dropped(some.get(0), wrong.get()));
        return now;
      }
      some = some.subList(0, some.size() / 2);
    }
  }

  private List<Finding> chosen(Report report) {
    List<Finding> chosen = new ArrayList<>();
    List<Patch> patches = new ArrayList<>();
    for (Finding finding : report.inTurn()) {
      Patch patch = patch(finding);
      boolean free = patches.stream().noneMatch(patch::overlaps);
      if (!patch.isEmpty() && free && !tried.contains(place(finding))) {
        chosen.add(finding);
        patches.add(patch);
      }
    }
    return chosen;
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

  private static Optional<String> wrong(Analysed now, List<Finding> fixed, Analysed then) {
    if (then.errors() > now.errors()) {
      return Optional.of("does not compile");
    }
    Map<String, Integer> before = count(now.report().findings());
    Map<String, Integer> after = count(then.report().findings());
    for (Map.Entry<String, Integer> each : count(fixed).entrySet()) {
      int left = before.get(each.getKey()) - each.getValue();
      if (after.getOrDefault(each.getKey(), 0) > left) {
        return Optional.of("does not cure it");
      }
    }
    for (Map.Entry<String, Integer> each : after.entrySet()) {
      if (each.getValue() > before.getOrDefault(each.getKey(), 0)) {
        return Optional.of("brings " + each.getKey());
      }
    }
    return Optional.empty();
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
