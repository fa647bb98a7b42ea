package org.lockkeeper.checks;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.CheckThenActs;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;

/**
 * Which fix a pair of accesses calls for: the call that does both, or the lock that the others
 * hold.
 */
final class Repairs {
  private final ClassView view;
  private final CheckThenActs.Pair pair;

  private Repairs(ClassView view, CheckThenActs.Pair pair) {
    this.view = view;
    this.pair = pair;
  }

  static Repairs of(ClassView view, CheckThenActs.Pair pair) {
    return new Repairs(view, pair);
  }

  /** The finding with the best fix that is known. */
  Finding apply(Finding finding) {
    Access act = pair.act();
    String name = CheckThenActs.container(act.target()).toString();
    Optional<String> fused = fused();
    if (fused.isPresent()) {
      return finding.with(
          Fix.advice("use `" + name + "." + fused.get() + "`, which does both in one step"));
    }
    Optional<FieldRef> field = act.target().field();
    List<String> guards =
        field.map(f -> view.module().ask().guarding().commonGuards(f)).orElse(List.of());
    String lock = guards.isEmpty() ? "one lock that all its users hold" : "`" + guards.get(0) + "`";
    return finding.with(
        Fix.advice(
            "hold "
                + lock
                + " from line "
                + pair.check().site().line()
                + " to line "
                + act.site().line()));
  }

  private Optional<String> fused() {
    if (pair.act().call() == null || pair.check().call() == null) {
      return Optional.empty();
    }
    MethodRef act = pair.act().call();
    for (Fact.Fuses f : view.module().flows().book().ofType(Fact.Fuses.class, act.owner())) {
      if (f.check().equals(pair.check().verb()) && f.act().equals(act.name())) {
        return Optional.of(f.into());
      }
    }
    return Optional.empty();
  }
}
