package org.lockkeeper.testing;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.edit.Mender;
import org.lockkeeper.report.Text;

/**
 * What the analysis says of a case through a door.
 *
 * @param facts what it knows, when the case asks for it
 */
public record Verdict(Case about, Report report, List<FactProbe.Known> facts) {

  /** Analyses a case with every check, whatever its folder. */
  public static Verdict of(Case about, Door door) {
    return of(about, door, program -> program);
  }

  /** The same of a program that is changed on the way in. */
  public static Verdict of(Case about, Door door, UnaryOperator<Program> change) {
    return door.open(about, ClassPath.entries(), program -> analyse(about, change.apply(program)));
  }

  private static Verdict analyse(Case about, Program program) {
    Settings settings =
        new Settings(Map.of(), List.of(), about.strict(), List.of(), List.of(), about.release());
    Report report = new Mender(about::text).mend(Analysis.run(program, settings));
    List<FactProbe.Known> facts =
        about.asksFacts()
            ? ServiceLoader.load(FactProbe.class).stream()
                .flatMap(probe -> probe.get().facts(program, settings).stream())
                .toList()
            : List.of();
    return new Verdict(about, report, facts);
  }

  /** What is wrong with it, a line each; empty when all is well. */
  public List<String> faults() {
    List<String> faults = new java.util.ArrayList<>(Judge.faults(about, report.findings(), facts));
    report.findings().forEach(f -> faults.addAll(MessageStyle.faults(f)));
    report.notices().forEach(n -> faults.add("notice: " + n));
    return faults;
  }

  /**
   * What both doors must agree on: check, declaration and line of each finding. Class files have no
   * lines of fields and classes: about those, the check and what it says.
   */
  public SortedSet<String> essence(Verdict other) {
    Set<String> unplaced =
        Stream.of(this, other)
            .flatMap(v -> v.report.findings().stream())
            .filter(f -> f.site().line() == 0)
            .map(Verdict::said)
            .collect(Collectors.toSet());
    return report.findings().stream()
        .map(f -> unplaced.contains(said(f)) ? said(f) : placed(f))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String said(Finding finding) {
    return simpleFile(finding) + ": " + finding.check() + " " + finding.message();
  }

  private static String placed(Finding finding) {
    String in = finding.site().in().key().replaceFirst("#lambda\\$.*", "#lambda");
    return simpleFile(finding) + ":" + finding.site().line() + " " + finding.check() + " in " + in;
  }

  private static String simpleFile(Finding finding) {
    return finding.site().file().replaceFirst(".*/", "");
  }

  /** The findings as a person reads them. */
  public String text() {
    Text text = Text.plain().withSource(this::lines);
    return report.findings().stream()
        .map(f -> text.finding(f, report.severity(f)))
        .collect(Collectors.joining("\n"));
  }

  private List<String> lines(String file) {
    return about.text(file).map(t -> t.lines().toList()).orElse(List.of());
  }
}
