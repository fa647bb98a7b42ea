package org.lockkeeper.check;

import java.util.List;
import java.util.Map;

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

  /** Freezes the collections. */
  public Report {
    findings = List.copyOf(findings);
    severities = Map.copyOf(severities);
    abouts = List.copyOf(abouts);
    notices = List.copyOf(notices);
  }

  /** The same run with other findings. */
  public Report with(List<Finding> others) {
    return new Report(others, severities, abouts, notices, methods);
  }

  /** The severity under which a finding is reported. */
  public Severity severity(Finding finding) {
    return severities.getOrDefault(finding.check(), Severity.WARNING);
  }
}
