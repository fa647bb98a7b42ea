package org.lockkeeper.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Finding;
import org.lockkeeper.testing.Expectation.Kind;
import org.lockkeeper.testing.PinnedMethods.Pinned;

/**
 * Compares what was said with what was wanted. Every finding must be wanted, of whichever check.
 */
public final class Judge {

  private Judge() {}

  /**
   * What is wrong, one line each, sorted by file and line; empty when all is well.
   *
   * @param facts what the engine knows; empty when nobody asked
   */
  public static List<String> faults(
      Case judged, List<Finding> findings, List<FactProbe.Known> facts) {
    List<String> faults = new ArrayList<>();
    for (Case.Source source : judged.sources()) {
      List<Finding> here =
          findings.stream().filter(f -> isIn(f.site().file(), source.name())).toList();
      List<FactProbe.Known> known =
          facts.stream().filter(f -> isIn(f.file(), source.name())).toList();
      new OfSource(source, faults).judge(here, known);
    }
    for (Finding finding : findings) {
      if (judged.sources().stream().noneMatch(s -> isIn(finding.site().file(), s.name()))) {
        faults.add("in no source of the case: " + shown(finding));
      }
    }
    return faults;
  }

  private static boolean isIn(String file, String simpleName) {
    return file.equals(simpleName) || file.endsWith("/" + simpleName);
  }

  private static String shown(Finding finding) {
    return "[" + finding.check() + "] " + finding.message();
  }

  /** One source's judgement. */
  private static final class OfSource {
    private final Case.Source source;
    private final List<String> faults;
    private final List<Expectation> expected;
    private final PinnedMethods pinned;

    OfSource(Case.Source source, List<String> faults) {
      this.source = source;
      this.faults = faults;
      this.expected = Markers.read(source.name(), source.text());
      this.pinned = PinnedMethods.of(InMemory.file(source));
    }

    void judge(List<Finding> findings, List<FactProbe.Known> facts) {
      List<Finding> left = new ArrayList<>(findings);
      for (Expectation each : expected) {
        switch (each.kind()) {
          case FINDING -> takeWanted(each, left);
          case FACT -> lookForFact(each, facts);
          case MISSED -> demandSilence(each, left);
        }
      }
      left.forEach(f -> fault(f.site().line(), "not wanted: " + shown(f)));
      pinned.all().forEach(this::demandMarker);
    }

    private void takeWanted(Expectation want, List<Finding> left) {
      Optional<Finding> found =
          left.stream()
              .filter(f -> isAt(f, want.line()) && f.check().equals(want.check()))
              .filter(f -> f.message().contains(want.part()))
              .findFirst();
      if (found.isPresent()) {
        left.remove(found.get());
        return;
      }
      Optional<Pinned> method = pinned.at(want.line()).filter(m -> !m.missed());
      fault(
          want.line(),
          method.isPresent()
              ? "cured, so rename " + method.get().name() + " and drop the marker: " + want
              : "not found: " + want);
    }

    /** Class files do not tell the lines of fields and classes. */
    private static boolean isAt(Finding finding, int line) {
      return finding.site().line() == line || finding.site().line() == 0;
    }

    private void lookForFact(Expectation want, List<FactProbe.Known> facts) {
      List<String> here =
          facts.stream().filter(f -> f.line() == want.line()).map(FactProbe.Known::text).toList();
      if (here.stream().noneMatch(text -> text.contains(want.part()))) {
        fault(want.line(), "not known: " + want + ", only " + here);
      }
    }

    private void demandSilence(Expectation missed, List<Finding> left) {
      Optional<Pinned> method = pinned.at(missed.line()).filter(Pinned::missed);
      if (method.isEmpty()) {
        fault(missed.line(), "a // missed marker belongs in a method named missedAlarm_…");
      }
      left.stream()
          .filter(f -> f.site().line() == missed.line() && f.check().equals(missed.check()))
          .findFirst()
          .ifPresent(
              found -> {
                left.remove(found);
                fault(missed.line(), "cured, so rename the method and want " + shown(found));
              });
    }

    private void demandMarker(Pinned method) {
      Kind kind = method.missed() ? Kind.MISSED : Kind.FINDING;
      if (expected.stream().noneMatch(e -> e.kind() == kind && method.covers(e.line()))) {
        fault((int) method.from(), method.name() + " has no marker of what it pins");
      }
    }

    private void fault(int line, String text) {
      faults.add(source.name() + ":" + line + ": " + text);
    }
  }
}
