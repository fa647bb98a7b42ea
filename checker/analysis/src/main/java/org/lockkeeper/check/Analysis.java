package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.order.LockFacts;
import org.lockkeeper.order.LockGraph;

/** Runs checks over a program: the one entry that drivers call. */
public final class Analysis {
  private Analysis() {}

  /**
   * Analyses a program. Deterministic: the same program and settings give an equal report.
   *
   * @throws IllegalArgumentException for an unknown check name in the settings (the message lists
   *     the right ones) or a malformed model (the message gives file:line:column and what was
   *     expected)
   */
  public static Report run(Program program, Settings settings) {
    return run(program, settings, "", locks -> {});
  }

  /** What can be asked about a program. */
  static Questions questions(Program program, Settings settings) {
    List<FactFile> users = new ArrayList<>();
    settings.models().forEach(m -> users.add(FactFile.parse(m.name(), m.text())));
    Hierarchy hierarchy = new Hierarchy(program);
    List<ClassInfo> classes = new ArrayList<>(program.classes());
    classes.removeIf(c -> !settings.wants(c.name()));
    classes.sort(Comparator.comparing(ClassInfo::name));
    return new Questions(hierarchy, FactBook.of(hierarchy, users), classes);
  }

  /**
   * Analyses a program, and tells what the analyses of other modules need to know of its locks.
   *
   * @param module the program's name in messages about several
   * @param locks hears it
   * @throws IllegalArgumentException as {@link #run(Program, Settings)} does
   */
  public static Report run(
      Program program, Settings settings, String module, Consumer<LockFacts> locks) {
    List<Check> checks = registered();
    Map<String, Severity> severities = severities(checks, settings);
    Questions questions = questions(program, settings);
    ModuleView view = new ModuleView(questions, settings);
    List<String> notices = new ArrayList<>(questions.flows().faults());
    Set<Finding> found = new LinkedHashSet<>();
    for (Check check : checks) {
      if (severities.get(check.about().name()) != Severity.OFF) {
        run(check, view, found, notices);
      }
    }
    Suppressions suppressions =
        new Suppressions(questions.flows().hierarchy(), questions.flows().classes());
    List<Finding> kept = new ArrayList<>(found);
    kept.removeIf(suppressions::covers);
    if (!module.isEmpty()) {
      locks.accept(locks(questions, module, checks, suppressions));
    }
    notices.addAll(suppressions.notices());
    kept.sort(Report.ORDER);
    List<About> abouts = checks.stream().map(Check::about).toList();
    UnknownMembers unknown = new UnknownMembers(questions.flows().hierarchy());
    settings.models().forEach(m -> notices.addAll(unknown.in(FactFile.parse(m.name(), m.text()))));
    notices.addAll(
        new MisspeltChecks(abouts).in(questions.flows().classes(), questions.flows().hierarchy()));
    return new Report(
        Culprits.fold(distinct(kept)), severities, abouts, notices, questions.flows().size());
  }

  /**
   * Findings of others without those that the code's author has answered.
   *
   * @param notices is told of suppressions that have no effect
   */
  public static List<Finding> unanswered(
      Program program, List<Finding> findings, Consumer<String> notices) {
    Suppressions suppressions = new Suppressions(new Hierarchy(program), program.classes());
    List<Finding> kept = new ArrayList<>(findings);
    kept.removeIf(suppressions::covers);
    suppressions.notices().forEach(notices);
    return kept;
  }

  /**
   * Finds what no module shows alone.
   *
   * @param locks of several modules
   * @throws IllegalArgumentException for an unknown check name in the settings
   */
  public static Report merge(LockFacts locks, Settings settings) {
    List<Check> checks = registered();
    Map<String, Severity> severities = severities(checks, settings);
    List<Finding> found = new ArrayList<>();
    for (Check check : checks) {
      if (check instanceof Check.OfLocks each
          && severities.get(check.about().name()) != Severity.OFF) {
        found.addAll(each.check(locks.cycles()));
      }
    }
    found.sort(Report.ORDER);
    List<About> abouts = checks.stream().map(Check::about).toList();
    return new Report(distinct(found), severities, abouts, List.of(), 0);
  }

  private static LockFacts locks(
      Questions questions, String module, List<Check> checks, Suppressions suppressions) {
    return questions
        .lockFacts(module)
        .without(nesting -> answered(nesting, checks, suppressions))
        .placed();
  }

  /** Whether the code's author has said that the nesting is no danger. */
  private static boolean answered(
      LockGraph.Edge nesting, List<Check> checks, Suppressions suppressions) {
    return checks.stream()
        .filter(Check.OfLocks.class::isInstance)
        .allMatch(c -> suppressions.covers(Finding.of(c.about(), nesting.at(), "")));
  }

  /** The same defect in copies of one piece of code ({@code finally}) counts once. */
  private static List<Finding> distinct(List<Finding> sorted) {
    Map<String, Finding> byPlace = new java.util.LinkedHashMap<>();
    for (Finding f : sorted) {
      String place = f.site().line() > 0 ? "" + f.site().line() : "" + f.site().in();
      byPlace.putIfAbsent(f.check() + f.site().file() + ":" + place + ":" + f.message(), f);
    }
    return List.copyOf(byPlace.values());
  }

  private static void run(
      Check check, ModuleView module, Set<Finding> found, List<String> notices) {
    if (check instanceof Check.OfLocks each) {
      guarded(
          check, "the module", () -> found.addAll(each.check(module.ask().lockCycles())), notices);
    } else if (check instanceof Check.OfModule whole) {
      guarded(check, "the module", () -> found.addAll(whole.check(module)), notices);
    } else if (check instanceof Check.OfClass each) {
      for (ClassView view : module.classes()) {
        guarded(check, view.info().name(), () -> found.addAll(each.check(view)), notices);
      }
    }
  }

  private static void guarded(Check check, String what, Runnable work, List<String> notices) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError fault) {
      StackTraceElement[] trace = fault.getStackTrace();
      String where = trace.length > 0 ? " at " + trace[0] : "";
      notices.add(
          "skipped "
              + check.about().name()
              + " for "
              + what
              + " after an internal fault: "
              + fault
              + where);
    }
  }

  private static Map<String, Severity> severities(List<Check> checks, Settings settings) {
    Map<String, Severity> all = new TreeMap<>();
    checks.forEach(c -> all.put(c.about().name(), c.about().severity()));
    for (Map.Entry<String, Severity> each : new TreeMap<>(settings.severities()).entrySet()) {
      if (!all.containsKey(each.getKey())) {
        throw new IllegalArgumentException(
            "unknown check "
                + each.getKey()
                + "; the checks are "
                + String.join(", ", all.keySet()));
      }
      all.put(each.getKey(), each.getValue());
    }
    return new HashMap<>(all);
  }

  private static List<Check> registered() {
    return ServiceLoader.load(Check.class, Analysis.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(c -> c.about().name()))
        .collect(Collectors.toList());
  }

  /** All checks there are, sorted by name. */
  public static List<About> checks() {
    return registered().stream().map(Check::about).collect(Collectors.toList());
  }
}
