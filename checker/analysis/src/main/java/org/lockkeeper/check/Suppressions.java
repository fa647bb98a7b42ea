package org.lockkeeper.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.AcceptedRace;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * Findings that the code's author has answered: {@code @SuppressWarnings("Check")} and
 * {@code @SuppressFinding(value, because, until)} on a declaration around them.
 */
final class Suppressions {
  private static final String ALL = "all";

  /** How far above the first step a comment on it may stand. */
  private static final int NEAR = 3;

  /** Checks of races, which comments can accept. */
  private static final Set<String> RACES =
      Set.of("UnguardedCheckThenAct", "SplitCriticalSection", "NonAtomicUpdate");

  private final Hierarchy hierarchy;
  private final LocalDate today;
  private final Map<MethodRef, MethodInfo> methods = new HashMap<>();
  private final Set<String> notices = new TreeSet<>();

  Suppressions(Hierarchy hierarchy, List<ClassInfo> classes) {
    this.hierarchy = hierarchy;
    this.today = LocalDate.now(java.time.ZoneOffset.UTC);
    for (ClassInfo c : classes) {
      c.methods().forEach(m -> methods.put(m.ref(), m));
    }
  }

  /** Whether a declaration around the finding's primary place suppresses it. */
  boolean covers(Finding finding) {
    MethodRef in = finding.site().in();
    if (in == null) {
      return false;
    }
    for (MethodInfo m = methods.get(in);
        m != null;
        m = m.enclosing().map(methods::get).orElse(null)) {
      if (suppressed(m.annotations(), finding) || accepted(m.annotations(), finding)) {
        return true;
      }
    }
    return atField(finding, in) || around(finding, in.owner());
  }

  /** A comment between the finding's places, or on the first of them. */
  private static boolean accepted(List<Annotation> annotations, Finding finding) {
    int last = finding.site().line();
    int first = last;
    for (Evidence e : finding.evidence()) {
      boolean here = finding.site().in().equals(e.site().in());
      first = here ? Math.min(first, e.site().line()) : first;
    }
    for (Annotation a : RACES.contains(finding.check()) ? annotations : List.<Annotation>of()) {
      if (a.type().equals(AcceptedRace.TYPE) && a.values().get("lines") instanceof List<?> lines) {
        for (Object each : lines) {
          int line = (Integer) each;
          if (line == 0 || line >= first - NEAR && line <= last) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** An initialiser or declaration on a field's own line. */
  private boolean atField(Finding finding, MethodRef in) {
    for (FieldInfo f : hierarchy.find(in.owner()).map(ClassInfo::fields).orElse(List.of())) {
      if (f.site() != null
          && f.site().sameLine(finding.site())
          && suppressed(f.annotations(), finding)) {
        return true;
      }
    }
    return false;
  }

  private boolean around(Finding finding, String owner) {
    Optional<ClassInfo> at = hierarchy.find(owner);
    for (int depth = 0; at.isPresent() && depth < 20; depth++) {
      ClassInfo c = at.get();
      MethodInfo maker = c.enclosingMethod().map(methods::get).orElse(null);
      if (suppressed(c.annotations(), finding)
          || maker != null && suppressed(maker.annotations(), finding)) {
        return true;
      }
      at = c.outer().flatMap(hierarchy::find);
    }
    int cut = owner.lastIndexOf('.');
    Optional<ClassInfo> whole =
        cut < 0 ? Optional.empty() : hierarchy.find(owner.substring(0, cut) + ".package-info");
    return whole.filter(p -> suppressed(p.annotations(), finding)).isPresent();
  }

  private boolean suppressed(List<Annotation> annotations, Finding finding) {
    for (Annotation a : annotations) {
      boolean named =
          (names(a).contains(finding.check()) || names(a).contains(ALL)) && spans(a, finding);
      if (a.simpleName().equals("SuppressWarnings") && named) {
        return true;
      }
      if (a.simpleName().equals("SuppressFinding") && named && justified(a, finding)) {
        return true;
      }
    }
    return false;
  }

  /** What stands on a variable is for the lines of its declaration. */
  private static boolean spans(Annotation a, Finding finding) {
    return !(a.values().get("lines") instanceof List<?> lines)
        || (Integer) lines.get(0) <= finding.site().line()
            && finding.site().line() <= (Integer) lines.get(1);
  }

  private boolean justified(Annotation a, Finding finding) {
    String because = String.valueOf(a.values().getOrDefault("because", "")).trim();
    String until = String.valueOf(a.values().getOrDefault("until", "")).trim();
    if (because.isEmpty()) {
      notices.add(finding.site() + ": @SuppressFinding gives no reason and has no effect");
      return false;
    }
    if (until.isEmpty()) {
      return true;
    }
    try {
      if (today.isAfter(LocalDate.parse(until))) {
        notices.add(finding.site() + ": @SuppressFinding expired on " + until);
        return false;
      }
      return true;
    } catch (DateTimeParseException malformed) {
      notices.add(
          finding.site()
              + ": @SuppressFinding(until = \""
              + until
              + "\") is not a date such as 2030-12-31");
      return false;
    }
  }

  /** The checks that a suppression names. */
  static List<String> names(Annotation a) {
    Object value = a.values().get("value");
    List<String> all = new ArrayList<>();
    if (value instanceof List<?> many) {
      many.forEach(v -> all.add(String.valueOf(v)));
    } else if (value != null) {
      all.add(value.toString());
    }
    return all;
  }

  /** What the user should know about suppressions that had no effect. */
  List<String> notices() {
    return List.copyOf(notices);
  }
}
