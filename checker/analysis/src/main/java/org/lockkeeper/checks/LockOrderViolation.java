package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Check;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.check.ModuleView;
import org.lockkeeper.check.Severity;
import org.lockkeeper.order.DeclaredOrder;
import org.lockkeeper.order.LockGraph.Edge;

/** Locks are nested against the order that {@code @LockOrder} declares (CERT LCK07-J). */
@AutoService(Check.class)
public final class LockOrderViolation implements Check.OfModule {
  private static final About ABOUT =
      new About(
          "LockOrderViolation",
          "A lock is acquired against the declared lock order",
          Severity.WARNING,
          List.of("CERT-LCK07-J", "CWE-833"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ModuleView view) {
    List<Finding> found = new ArrayList<>();
    DeclaredOrder order = view.ask().declaredOrder();
    for (DeclaredOrder.Problem p : order.problems()) {
      found.add(Finding.of(ABOUT, p.site(), p.text()));
    }
    for (Edge e : view.ask().lockGraph().direct()) {
      Optional<DeclaredOrder.Rule> against = order.against(e);
      against.ifPresent(rule -> found.add(finding(e, rule)));
      boolean undeclared = view.strict() && order.covers(e) && against.isEmpty();
      if (undeclared && order.along(e).isEmpty()) {
        String text = "`%s` is acquired while `%s` is held, and no @LockOrder says so";
        found.add(
            Finding.of(ABOUT, e.at(), text.formatted(e.acquired().place(), e.held().place())));
      }
    }
    return found;
  }

  private static Finding finding(Edge e, DeclaredOrder.Rule rule) {
    String message =
        "`%s` is acquired%s while `%s` is held, against the declared order %s"
            .formatted(e.acquired().place(), Wording.by(e.via()), e.held().place(), rule.text());
    Interleaving order =
        Interleaving.of(
            new Step(1, e.heldAt(), "holds " + e.held()),
            new Step(2, rule.site(), "holds " + e.acquired().place() + ", as declared"),
            new Step(1, e.at(), "waits for " + e.acquired()),
            new Step(2, rule.site(), "waits for " + e.held(), "each waits for the other"));
    return Finding.of(ABOUT, e.at(), message)
        .with(e.heldAt(), "acquires `" + e.held() + "`", 1)
        .with(Wording.calls(e.via(), 1))
        .with(e.site(), "acquires `" + e.acquired() + "`", 1)
        .with(rule.site(), "declares the order", 0)
        .with(order)
        .because("the order is declared: " + rule.text())
        .with(new Fix("acquire `" + e.acquired().place() + "` first", Swapping.swapped(e)));
  }
}
