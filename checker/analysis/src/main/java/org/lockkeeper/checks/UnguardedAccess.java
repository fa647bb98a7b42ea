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
import org.lockkeeper.check.ModuleView;
import org.lockkeeper.check.Severity;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.sharing.GuardContracts;

/** Something declared {@code @GuardedBy} a lock is used without it (JCIP 2.4, CERT LCK). */
@AutoService(Check.class)
public final class UnguardedAccess implements Check.OfClass {
  private static final About ABOUT =
      new About(
          "UnguardedAccess",
          "Something that is declared to be guarded by a lock is used without that lock",
          Severity.WARNING,
          List.of("CERT-LCK00-J", "CWE-820"));

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<Finding> check(ClassView view) {
    GuardContracts contracts = view.module().ask().guardContracts();
    List<Finding> found = new ArrayList<>();
    for (GuardContracts.Problem p : contracts.problems(view.info())) {
      found.add(Finding.of(ABOUT, p.site(), p.text()));
    }
    for (MethodFlow flow : view.methods()) {
      for (GuardContracts.Breach breach : contracts.breaches(flow)) {
        found.add(finding(breach, flow, view.module()));
      }
    }
    return found;
  }

  private static Finding finding(GuardContracts.Breach breach, MethodFlow flow, ModuleView view) {
    Finding finding = Finding.of(ABOUT, breach.site(), breach.text());
    for (GuardContracts.Rival rival : breach.rivals()) {
      finding = finding.with(rival.site(), rival.text(), 2);
    }
    if (breach.taken() != null) {
      finding = finding.with(kept(breach));
    } else if (!breach.rivals().isEmpty()) {
      GuardContracts.Rival rival = breach.rivals().get(0);
      Interleaving order =
          Interleaving.of(
              new Step(2, rival.site(), rival.text()),
              new Step(1, breach.site(), breach.act() + " `" + breach.name() + "`", breach.cost()),
              new Step(2, rival.site(), "still holds the lock"));
      finding = finding.with(order);
    }
    return new Locking(view, flow).wanted(finding.because(breach.because()), breach);
  }

  /** A lock is held through a call that asks not to. */
  private static Interleaving kept(GuardContracts.Breach breach) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(1, breach.taken(), "takes the lock"));
    breach.rivals().forEach(r -> steps.add(new Step(2, r.site(), r.text())));
    String call = breach.act() + " `" + breach.name() + "`";
    steps.add(new Step(1, breach.site(), call, breach.cost()));
    return Interleaving.of(steps.toArray(Step[]::new));
  }
}
