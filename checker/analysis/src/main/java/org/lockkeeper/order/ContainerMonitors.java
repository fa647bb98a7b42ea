package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Monitors that calls of synchronized containers take: the container's own, and under it that of
 * another one which it goes through.
 */
final class ContainerMonitors {
  private final FieldUses uses;
  private final Flows flows;

  ContainerMonitors(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Nestings that a call makes. */
  List<Edge> of(Op.Call call, int n, Point at, MethodFlow flow) {
    Sym[] args = flow.args(n);
    Lock own = own(call, n, at, flow);
    if (own == null) {
      return List.of();
    }
    List<Edge> found = new ArrayList<>();
    for (HeldLocks.Held h : at.held().all()) {
      boolean free = at.held().find(own.place()).isEmpty() && h.origin() != EntryLocks.INHERITED;
      if (free && !Confinement.is(h.lock())) {
        found.add(edge(flow, h, own, call, HeldInside.others(at, h.lock())));
      }
    }
    HeldLocks.Held outer = new HeldLocks.Held(own, call.site(), n);
    for (Fact.Iterates f : flows.book().all(Fact.Iterates.class, call.method())) {
      int position = f.what().position();
      Sym arg = position == Target.THIS ? null : Outcomes.argument(position, args, true);
      Lock inner = arg == null ? null : monitor(arg, at, flow);
      if (inner != null && !inner.equals(own) && at.held().find(inner.place()).isEmpty()) {
        found.add(edge(flow, outer, inner, call, HeldInside.others(at, own)));
      }
    }
    return found;
  }

  /** The monitor that a call keeps until it returns; {@code null} for none. */
  Lock own(Op.Call call, int n, Point at, MethodFlow flow) {
    return locks(call) ? monitor(flow.args(n)[0], at, flow) : null;
  }

  /** Whether the call is one that takes the monitor for as long as it runs. */
  private boolean locks(Op.Call call) {
    boolean instance = call.dispatch() != Op.Dispatch.STATIC && !call.method().isConstructor();
    boolean view =
        flows
            .meaning(call.method())
            .returns()
            .filter(r -> r.relation() == Fact.Relation.PART)
            .isPresent();
    return instance
        && !view
        && flows.hierarchy().resolve(call.method()).isPresent()
        && flows.dispatch().declared(call.method()).isEmpty();
  }

  private Lock monitor(Sym container, Point at, MethodFlow flow) {
    Place place = container instanceof Sym.At a ? a.place() : null;
    boolean known =
        place != null
            && place.field().isPresent()
            && !at.owned(place)
            && uses.traits(place, flow).contains(Trait.SYNCHRONIZED);
    return known ? new Lock(place, Mode.EXCLUSIVE) : null;
  }

  private static Edge edge(
      MethodFlow flow, HeldLocks.Held held, Lock inner, Op.Call call, List<Lock> gates) {
    return new Edge(
        flow.method().ref(),
        held.lock(),
        held.site(),
        inner,
        call.site(),
        call.site(),
        List.of(),
        gates,
        inner.place().type());
  }
}
