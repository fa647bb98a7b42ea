package org.lockkeeper.cli;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;
import org.lockkeeper.errorprone.NeighbourFindings;
import org.lockkeeper.errorprone.Neighbours;

/** Error Prone's own concurrency checks in a run of ours. */
final class ErrorProne {

  /** Theirs and ours that find the same. */
  private static final Map<String, String> SAME = Map.of("GuardedBy", "UnguardedAccess");

  private final Map<String, Severity> severities = new TreeMap<>();
  private final List<About> abouts;
  private final List<String> notices = new ArrayList<>();
  private NeighbourFindings findings;

  private ErrorProne(List<About> abouts) {
    this.abouts = abouts;
    abouts.forEach(about -> severities.put(about.name(), about.severity()));
  }

  /** With the severities that the options ask for. */
  static ErrorProne of(Options options) {
    ErrorProne result = new ErrorProne(abouts());
    Map<String, Severity> asked = options.severities(result.abouts);
    result.severities.replaceAll((name, usual) -> asked.getOrDefault(name, usual));
    return result;
  }

  /** None of them. */
  static ErrorProne none() {
    return new ErrorProne(List.of());
  }

  /** Those that options may name. */
  List<About> checks() {
    return abouts;
  }

  /** What there is; nothing when javac does not let it in. */
  static List<About> abouts() {
    try {
      return Neighbours.abouts();
    } catch (LinkageError closed) {
      return List.of();
    }
  }

  /**
   * Lets those that are on look at a compilation.
   *
   * @param broken tells of a file with errors
   */
  void join(JavacTask task, Predicate<JavaFileObject> broken) {
    Set<String> on = new TreeSet<>(severities.keySet());
    on.removeIf(name -> severities.get(name) == Severity.OFF);
    if (on.isEmpty()) {
      return;
    }
    try {
      findings = Neighbours.attach(task, on, broken);
    } catch (LinkageError closed) {
      notices.add(
          "Error Prone's checks are left out: javac keeps its packages to itself ("
              + closed.getMessage()
              + "); java -jar lockkeeper.jar opens them");
    }
  }

  /** The report with theirs in it, where ours does not say the same. */
  Report beside(Report ours, Program program, Settings settings) {
    if (findings == null) {
      return ours;
    }
    List<Finding> theirs = new ArrayList<>(findings.in(program));
    theirs.removeIf(each -> !settings.wants(each.site().in().owner()));
    theirs.removeIf(each -> ours.findings().stream().anyMatch(our -> isSame(each, our)));
    List<String> said = new ArrayList<>();
    List<Finding> kept = Analysis.unanswered(program, theirs, said::add);
    return ours.beside(kept, severities, abouts, said);
  }

  private static boolean isSame(Finding their, Finding our) {
    return our.check().equals(SAME.get(their.check())) && our.site().sameLine(their.site());
  }

  /** What the user should know. */
  List<String> notices() {
    List<String> all = new ArrayList<>(notices);
    if (findings != null) {
      all.addAll(findings.notices());
    }
    return all;
  }
}
