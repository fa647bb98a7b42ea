package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Monitors;
import org.lockkeeper.ir.MethodInfo;

/** What a method may count on when it is entered, because it is declared so. */
final class Contracts {
  private final Flows flows;

  Contracts(Flows flows) {
    this.flows = flows;
  }

  /** Locks held at entry because a modifier or a contract says so. */
  HeldLocks of(MethodInfo m) {
    List<HeldLocks.Held> held = new ArrayList<>();
    for (Fact.Holds holds : flows.book().all(Fact.Holds.class, m.ref())) {
      Optional<Lock> lock = flows.guard(holds.guard(), m.ref());
      lock.ifPresent(
          l -> held.add(new HeldLocks.Held(new Lock(l.place(), mode(l, holds)), m.site(), -1)));
    }
    for (Fact.GuardedBy by : flows.book().all(Fact.GuardedBy.class, m.ref())) {
      for (String g : by.guards()) {
        flows.guard(g, m.ref()).ifPresent(l -> held.add(new HeldLocks.Held(l, m.site(), -1)));
      }
    }
    for (Fact.Gives gives : flows.book().all(Fact.Gives.class, m.ref())) {
      flows
          .guard(gives.guard(), m.ref())
          .ifPresent(l -> held.add(new HeldLocks.Held(l, m.site(), -1)));
    }
    for (Fact.RunsOn runs : flows.book().all(Fact.RunsOn.class, m.ref())) {
      Optional<Lock> own = Confinement.of(runs.context());
      own.ifPresent(l -> held.add(HeldLocks.Held.proved(l, m.site(), -1)));
    }
    Lock monitor = Monitors.of(m);
    if (monitor != null) {
      held.add(new HeldLocks.Held(monitor, m.site(), Monitors.ENTRY));
    }
    return HeldLocks.of(held);
  }

  private static Fact.Mode mode(Lock lock, Fact.Holds holds) {
    return lock.mode() == Fact.Mode.SHARED ? Fact.Mode.SHARED : holds.mode();
  }
}
