package org.lockkeeper.checks;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.ModuleView;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.GuardContracts;
import org.lockkeeper.sharing.UsualGuards;

/** Fixes that take locks. */
final class Locking {
  private final ModuleView view;
  private final MethodFlow flow;

  Locking(ModuleView view, MethodFlow flow) {
    this.view = view;
    this.flow = flow;
  }

  /** Both accesses under the lock that the other users of the state hold, if there is one. */
  Finding usual(Finding finding, String title, Access first, Access last) {
    boolean here = first.via().isEmpty() && last.via().isEmpty();
    Optional<UsualGuards.Guard> guard = here ? view.ask().usualGuards().at(last) : Optional.empty();
    return wrap(finding, title, first.site(), last.site(), guard, last.held());
  }

  /** Both accesses under a lock that each of them holds by itself. */
  Finding both(Finding finding, String title, Access first, Access last, Lock lock) {
    boolean here = first.via().isEmpty() && last.via().isEmpty();
    UsualGuards guards = view.ask().usualGuards();
    Optional<HeldLocks.Held> held = last.held().find(lock.place());
    boolean monitor =
        held.map(h -> guards.isMonitor(h, flow.method().ref()))
            .orElseGet(() -> guards.isMonitor(lock.place()));
    Optional<UsualGuards.Guard> guard = here ? guards.of(lock, monitor) : Optional.empty();
    return wrap(finding, title, first.site(), last.site(), guard, HeldLocks.NONE);
  }

  /** What breaks a contract under the lock that it asks for. */
  Finding wanted(Finding finding, GuardContracts.Breach breach) {
    Optional<UsualGuards.Guard> guard =
        breach.wanted().flatMap(l -> view.ask().usualGuards().of(l));
    Site site = breach.site();
    return wrap(finding, breach.advice(), site, site, guard, breach.held());
  }

  private Finding wrap(
      Finding finding,
      String title,
      Site first,
      Site last,
      Optional<UsualGuards.Guard> guard,
      HeldLocks held) {
    if (guard.isEmpty()) {
      return finding.with(Fix.advice(title));
    }
    UsualGuards.Guard g = guard.get();
    if (!named(g.lock().place())) {
      String why = "`%s` has a name of that type only further inside";
      return finding.with(Fix.advice(title)).refusing(why.formatted(g.text()));
    }
    for (HeldLocks.Held each : held.all()) {
      Lock other = each.lock();
      boolean same = other.place().equals(g.lock().place());
      if (same && !other.exclusive()) {
        String why = "`%s` is held for reading, and taking it for writing would wait for ever";
        return finding.with(Fix.advice(title)).refusing(why.formatted(other.place()));
      }
      boolean peers = other.shape().equals(g.lock().shape());
      if (!same && (peers || nested(g.lock(), other))) {
        String why = "`%s` would be taken while `%s` is held, and elsewhere the other way round";
        return finding
            .with(Fix.advice(title))
            .refusing(why.formatted(g.lock().place(), other.place()));
      }
    }
    Edit edit =
        new Edit.WrapInLock(first, last, g.text(), g.monitor(), view.ask().obstacles(flow, null));
    return finding.with(new Fix(title, List.of(edit)));
  }

  /** Whether the second lock is taken under the first somewhere. */
  private boolean nested(Lock first, Lock second) {
    return !view.ask().lockGraph().between(first, second).isEmpty();
  }

  /** Whether the guard can be reached from what its text begins with, by the declared type. */
  private boolean named(Place guard) {
    Optional<FieldRef> first =
        guard.path().isEmpty() || !(guard.path().get(0) instanceof Place.Step.Field f)
            ? Optional.empty()
            : Optional.of(f.ref());
    List<MethodInfo.Param> params = flow.method().params();
    return first.isEmpty()
        || !(guard.root() instanceof Place.Root.Param p && p.index() < params.size())
        || view.flows().hierarchy().isSubtype(params.get(p.index()).type(), first.get().owner());
  }
}
