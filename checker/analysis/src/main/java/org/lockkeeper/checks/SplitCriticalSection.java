package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Severity;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.SplitSections;

/**
 * What one critical section found out is acted on in a later one, and the lock was free in between
 * (CWE-366).
 */
@AutoService(Check.class)
public final class SplitCriticalSection implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "SplitCriticalSection",
          "A value read in one critical section is acted on in a later one of the same lock",
          Severity.WARNING,
          List.of("CWE-366", "CERT-VNA03-J"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    List<Finding> found = new ArrayList<>();
    for (MethodFlow flow : view.methods()) {
      Set<Integer> acted = new HashSet<>();
      Set<String> read = new HashSet<>();
      for (SplitSections.Split split : view.module().ask().steps().splitSections(flow)) {
        String trusted = split.check().op() + " " + Parts.container(split.act().target());
        if (acted.add(split.act().op()) && read.add(trusted)) {
          found.add(finding(split, flow, view));
        }
      }
    }
    return found;
  }

  private static Finding finding(SplitSections.Split split, MethodFlow flow, ClassView view) {
    Access check = split.check();
    Access act = split.act();
    Lock lock = split.lock();
    String name = Parts.container(check.target()).toString();
    String message =
        "`%s` may change after %s (line %d) and before %s (line %d): `%s` is free in between"
            .formatted(
                name,
                Wording.step(check, check.changes() ? "its write" : "its read"),
                check.site().line(),
                Wording.step(act, act.changes() ? "its write" : "its read"),
                act.site().line(),
                lock.place());
    Interleaving order =
        Interleaving.of(
            new Step(1, check.site(), does(check), "and gives `" + lock.place() + "` back"),
            new Step(2, act.site(), "changes `" + name + "` under `" + lock.place() + "`"),
            new Step(1, act.site(), does(act), "acts on what was true before"));
    Optional<String> because =
        Optional.of(
            "both sections hold `" + lock.place() + "`, so somebody meant to keep others out");
    Finding finding =
        Finding.of(ABOUT, act.site(), message)
            .with(check.site(), "first section reads `" + name + "`", 1)
            .with(Wording.chain(check))
            .with(Wording.chain(act))
            .with(order)
            .because(because.get());
    String advice = "make it one critical section, or test again under the lock";
    return new Locking(view.module(), flow).both(finding, advice, check, act, lock);
  }

  /** A step as it reads in an interleaving: {@code add(x)}, {@code writes `last`}. */
  private static String does(Access access) {
    if (Wording.walks(access)) {
      return "goes through `" + Parts.container(access.target()) + "`";
    }
    return access.call() != null
        ? access.shown()
        : (access.changes() ? "writes `" : "reads `") + access.target() + "`";
  }
}
