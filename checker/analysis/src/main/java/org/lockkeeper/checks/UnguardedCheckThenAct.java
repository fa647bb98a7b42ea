package org.lockkeeper.checks;

import com.google.auto.service.AutoService;
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
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.ir.Place;
import org.lockkeeper.sharing.SharedSteps;

/**
 * A test of shared state decides an action on it, and another thread may come in between (CERT
 * VNA03-J).
 */
@AutoService(Check.class)
public final class UnguardedCheckThenAct implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "UnguardedCheckThenAct",
          "A test of shared state decides an action on it, and another thread may act in between",
          Severity.WARNING,
          List.of("CERT-VNA03-J", "CWE-362", "CWE-367"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    SamePlaces found = new SamePlaces();
    SharedSteps steps = view.module().ask().steps();
    for (MethodFlow flow : view.methods()) {
      Set<String> told = new HashSet<>();
      for (CheckThenActs.Pair pair : steps.decidedActs(flow)) {
        boolean reference = pair.act().call() == null || steps.stores(pair.act());
        String once = pair.act().target().shape() + pair.check().op();
        boolean update = steps.feeds(pair, flow);
        if (update && reference) {
          told.add(once);
        }
        Optional<String> reason = view.module().intent().reason(pair.act(), flow);
        boolean races =
            reason.isPresent()
                && !update
                && !steps.driven(pair, flow)
                && !steps.harmless(pair, flow)
                && steps.guarding().races(pair, flow);
        if (races && (!reference || told.add(once))) {
          found.add(pair.act(), finding(pair, reason.get(), flow, view));
        }
      }
    }
    return found.told();
  }

  private static Finding finding(
      CheckThenActs.Pair pair, String reason, MethodFlow flow, ClassView view) {
    Access check = pair.check();
    Access act = pair.act();
    Place changed = Parts.container(act.target());
    String name = Names.of(check, flow);
    boolean one = Parts.container(check.target()).equals(changed);
    boolean reads = act.kind() == Access.Kind.READ;
    String step = Wording.step(act, reads ? "its next read" : one ? "its write" : "the write");
    String message =
        "`%s` may change between %s (line %d) and %s (line %d)"
            .formatted(
                name,
                Wording.step(check, "its test"),
                check.site().line(),
                one ? step : step + " of `" + changed + "`",
                act.site().line());
    Finding finding =
        Finding.of(ABOUT, act.site(), message)
            .with(check.site(), "tests `" + name + "`", 1)
            .with(Wording.chain(check))
            .with(Wording.chain(act))
            .with(order(pair, flow, view))
            .because(reason);
    return Repairs.of(view, flow, pair).apply(finding);
  }

  private static Interleaving order(CheckThenActs.Pair pair, MethodFlow flow, ClassView view) {
    Access check = pair.check();
    Access act = pair.act();
    String outcome = Spelling.test(pair, flow);
    Step tests = new Step(1, check.site(), outcome);
    SharedSteps steps = view.module().ask().steps();
    Optional<Access> outdates = steps.outdates(pair, flow);
    Optional<Access> put = outdates.or(() -> steps.lost(pair, flow));
    String done = Spelling.done(act, steps.stored(act));
    if (put.isPresent()) {
      Access lost = put.get();
      String loss = "the other thread's " + Wording.step(lost, "write") + " is lost";
      String cost = outdates.isPresent() ? Wording.loss(pair, true) : loss;
      return Interleaving.of(
          tests,
          new Step(2, lost.site(), Spelling.done(lost, steps.stored(lost))),
          new Step(1, act.site(), done, cost));
    }
    return Interleaving.of(
        tests,
        new Step(2, check.site(), outcome),
        new Step(2, act.site(), done),
        new Step(1, act.site(), done, Wording.loss(pair, false)));
  }
}
