package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an analysis found.
 *
 * @param findings sorted by file, line, column, check; suppressed and switched-off ones left out
 * @param severities of every check that ran, by name
 * @param abouts every check that ran, sorted by name
 * @param notices what the user should know about the run itself: methods skipped after an internal
 *     fault, unresolved types, expired suppressions
 * @param methods how many methods were analysed
 */
public record Report(
    List<Finding> findings,
    Map<String, Severity> severities,
    List<About> abouts,
    List<String> notices,
    int methods) {

  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.site().file())
          .thenComparing(f -> f.site().line())
          .thenComparing(f -> f.site().column())
          .thenComparing(Finding::check)
          .thenComparing(Finding::message);

  /** Freezes the collections. */
  public Report {
    findings = List.copyOf(findings);
    severities = Map.copyOf(severities);
    abouts = List.copyOf(abouts);
    notices = List.copyOf(notices);
  }

  /**
   * The findings of several runs of the same checks.
   *
   * @param runs at least one
   */
  public static Report of(List<Report> runs) {
    Report first = runs.get(0);
    List<Finding> findings = new ArrayList<>();
    Set<String> notices = new LinkedHashSet<>();
    int methods = 0;
    for (Report each : runs) {
      findings.addAll(each.findings);
      notices.addAll(each.notices);
      methods += each.methods;
    }
    findings.sort(ORDER);
    return new Report(findings, first.severities, first.abouts, List.copyOf(notices), methods);
  }

  /** The same run with other findings. */
  public Report with(List<Finding> others) {
    return new Report(others, severities, abouts, notices, methods);
  }

  /**
   * The same run with what other checks found.
   *
   * @param theirs findings of those checks
   * @param levels the severities of those checks, by name
   * @param described those checks
   * @param said more for the user to know
   */
  public Report beside(
      List<Finding> theirs,
      Map<String, Severity> levels,
      List<About> described,
      List<String> said) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(theirs);
    all.sort(ORDER);
    Map<String, Severity> both = new HashMap<>(severities);
    both.putAll(levels);
    List<About> every = new ArrayList<>(abouts);
    every.addAll(described);
    every.sort(Comparator.comparing(About::name));
    List<String> told = new ArrayList<>(notices);
    told.addAll(said);
    return new Report(all, both, every, told, methods);
  }

  /**
   * The findings in the order in which their fixes are tried where they overlap: a lock around many
   * statements before one around some of them, so that locks are not nested without need; calls
   * that do both before locks.
   */
  public List<Finding> inTurn() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingInt(Report::turn));
    return sorted;
  }

  private static int turn(Finding finding) {
    return finding.fixes().stream()
        .filter(f -> f.edits().stream().allMatch(Edit.WrapInLock.class::isInstance))
        .flatMap(f -> f.patch().edits().stream())
        .mapToInt(e -> Integer.MAX_VALUE - (e.end() - e.start()))
        .findFirst()
        .orElse(0);
  }

  /** The severity under which a finding is reported. */
  public Severity severity(Finding finding) {
    return severities.getOrDefault(finding.check(), Severity.WARNING);
  }
}
