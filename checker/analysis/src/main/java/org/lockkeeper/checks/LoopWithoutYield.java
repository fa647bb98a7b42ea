package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.Severity;
import org.lockkeeper.cooperation.Cooperation;
import org.lockkeeper.flow.MethodFlow;

/** A long loop of a cooperative task can go round without letting other tasks run. */
@AutoService(Check.class)
public final class LoopWithoutYield implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "LoopWithoutYield",
          "A long loop in cooperative code can go round without passing a yield point",
          Severity.WARNING,
          List.of("CWE-834"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    List<Finding> found = new ArrayList<>();
    boolean strict = view.module().strict();
    for (MethodFlow flow : view.methods()) {
      Yielding cure = new Yielding(view, flow);
      for (Cooperation.LongLoop loop : view.module().ask().cooperation().loops(flow, strict)) {
        found.add(cure.offer(finding(loop), loop));
      }
    }
    return found;
  }

  private static Finding finding(Cooperation.LongLoop loop) {
    String kind = loop.unbounded() ? "unbounded" : loop.degree() > 1 ? "quadratic" : "long";
    String inner = loop.inner() == null ? "" : " (" + Wording.place(loop.inner(), loop.at()) + ")";
    String why = loop.why().isEmpty() ? "" : ": " + loop.why() + inner;
    boolean direct = loop.via().isEmpty();
    String message =
        direct
            ? "%s loop can go round without a yield point%s".formatted(kind, why)
            : "`%s` runs an %s loop (%s) that can go round without a yield point%s"
                .formatted(
                    Wording.name(loop.via().get(0).callee()),
                    kind,
                    Wording.place(loop.loop(), loop.at()),
                    why)
                .replace("an quadratic", "a quadratic")
                .replace("an long", "a long");
    Interleaving order =
        new Interleaving(
            List.of("this task", "other tasks"),
            List.of(
                new Step(1, loop.loop(), "goes round", "ready, but their thread is taken"),
                new Step(1, loop.loop(), "goes round again", "still waiting")));
    return Finding.of(ABOUT, loop.at(), message)
        .with(Wording.calls(loop.via(), 1))
        .with(order)
        .leadingTo(loop.loop())
        .because(loop.context().because());
  }
}
