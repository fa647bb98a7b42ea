package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.cooperation.Cooperation;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.SpunFields;

/** Fixes that let other tasks run in the rounds of a loop. */
final class Yielding {
  /** Rounds of a tight loop between two yields. */
  private static final int MANY = 1024;

  /** Schedulers that run other tasks only when this one returns. */
  private static final Set<String> RETURNING = Set.of("event-loop", "ui");

  private final ClassView view;
  private final MethodFlow flow;

  Yielding(ClassView view, MethodFlow flow) {
    this.view = view;
    this.flow = flow;
  }

  /** The finding with a statement for the loop, or with the reason why there is none. */
  Finding offer(Finding finding, Cooperation.LongLoop loop) {
    String context = loop.context().name();
    if (RETURNING.contains(context)) {
      return finding
          .with(Fix.advice("do a bounded batch, then hand the rest to the scheduler and return"))
          .refusing("nothing yields on this scheduler but returning");
    }
    String call = statement();
    if (!loop.via().isEmpty()) {
      boolean here = flow.method().ref().equals(loop.loop().in());
      return finding
          .with(Fix.advice("pass a yield point in every round, such as `" + call + "`"))
          .refusing(
              here
                  ? "what goes round are calls, not statements of a loop"
                  : "the loop is not in this method, and not all who call it need yield");
    }
    boolean tight = view.module().ask().cooperation().tight(flow, loop.loop());
    String rounds = tight ? "every " + MANY + " rounds" : "in every round";
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.YieldInLoop(loop.loop(), call, tight ? MANY : 1, !loop.unbounded()));
    Finding told = makeVisible(finding, loop.loop(), edits);
    return told.with(new Fix("pass a yield point " + rounds + ", such as `" + call + "`", edits));
  }

  /** A yield does not make a plain field's new value visible: what does is added to the edits. */
  private Finding makeVisible(Finding finding, Site loop, List<Edit> edits) {
    Finding told = finding;
    for (SpunFields.Spun spun : view.module().ask().spun(flow, loop)) {
      Site declared = spun.field().site();
      String name = "`" + spun.field().ref().name() + "`";
      told = told.with(declared, name + " is not `volatile`: the loop may never see it change", 0);
      Optional<String> why = unlike(spun, loop);
      if (why.isPresent()) {
        told = told.refusing("`volatile` for " + name + ": " + why.get());
      } else {
        edits.add(new Edit.AddModifier(declared, "volatile"));
      }
    }
    return told;
  }

  /** Why a field is not to be made volatile along with the loop. */
  private static Optional<String> unlike(SpunFields.Spun spun, Site loop) {
    String file = spun.field().site().file();
    if (!file.equals(loop.file())) {
      return Optional.of("it is declared in " + file.substring(file.lastIndexOf('/') + 1));
    }
    return spun.steps()
        .map(s -> "line %d reads it and writes it, which would stay two steps".formatted(s.line()));
  }

  /** What the class itself declares to yield, or what lets other threads run. */
  private String statement() {
    boolean fixed = outermost(flow.method()).isStatic();
    return view.info().methods().stream()
        .filter(m -> m.params().isEmpty() && m.thrown().isEmpty() && !m.ref().isConstructor())
        .filter(m -> m.isStatic() || !fixed)
        .filter(m -> !m.ref().equals(outermost(flow.method()).ref()))
        .filter(this::yields)
        .findFirst()
        .map(m -> m.ref().name() + "()")
        .orElse("Thread.yield()");
  }

  private boolean yields(MethodInfo method) {
    return view.module().flows().book().all(Fact.Yields.class, method.ref()).stream()
        .anyMatch(y -> y.context().isEmpty());
  }

  /** The method whose text a lambda stands in. */
  private MethodInfo outermost(MethodInfo method) {
    Optional<MethodRef> around = method.enclosing();
    return around
        .flatMap(a -> view.info().methods().stream().filter(m -> m.ref().equals(a)).findFirst())
        .map(this::outermost)
        .orElse(method);
  }
}
