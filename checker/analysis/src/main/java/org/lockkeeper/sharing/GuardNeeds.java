package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HandedLocks;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/** What a guard asks of those who come by. */
final class GuardNeeds {
  private final Flows flows;
  private final KeptGuards kept;
  private final HandedLocks locks;

  GuardNeeds(Flows flows, KeptGuards kept) {
    this.flows = flows;
    this.kept = kept;
    this.locks = new HandedLocks(flows);
  }

  /**
   * How the guard of a method must be held where it is called: for reading only, when the method
   * changes nothing that is guarded.
   */
  Mode of(Op.Call call, int n, MethodFlow flow) {
    List<MethodInfo> bodies = flows.bodies(call, n, flow);
    boolean looks = !bodies.isEmpty();
    for (MethodInfo body : bodies) {
      looks &= body.hasBody() && flows.accesses(body.ref()).stream().noneMatch(this::changes);
    }
    return looks ? Mode.SHARED : Mode.EXCLUSIVE;
  }

  private boolean changes(Access a) {
    Place whole = a.target();
    while (a.changes() && Parts.isElement(whole)) {
      whole = whole.parent();
    }
    return a.changes()
        && Parts.container(whole)
            .field()
            .filter(f -> !flows.book().ofField(Fact.GuardedBy.class, f).isEmpty())
            .isPresent();
  }

  /** How far a guard is kept: one of several locks may be the one. */
  KeptGuards.Level level(Access a, Lock guard, Mode need, MethodFlow flow) {
    return oneOfSeveral(guard.place())
        ? KeptGuards.Level.KEPT
        : kept.level(a.held(), guard, need, a.op(), flow);
  }

  /** One of several locks: an array of them, or an object that has one for each key. */
  boolean oneOfSeveral(Place guard) {
    boolean part = guard.last().filter(step -> !(step instanceof Place.Step.Field)).isPresent();
    return several(guard.type()) || part && several(guard.parent().type());
  }

  private boolean several(String type) {
    if (type.endsWith("[]")) {
      return locks.isLock(type.substring(0, type.length() - 2));
    }
    Optional<ClassInfo> info = locks.isLock(type) ? Optional.empty() : flows.hierarchy().find(type);
    return info.stream()
        .flatMap(c -> c.methods().stream())
        .anyMatch(m -> m.params().size() == 1 && locks.isLock(m.ref().returns()));
  }
}
