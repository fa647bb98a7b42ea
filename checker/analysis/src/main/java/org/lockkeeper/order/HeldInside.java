package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Callbacks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Nestings that no single acquisition shows: a function runs under locks that whoever it is given
 * to takes, and a wait takes its own lock again while a later one is still held (Lea 2000, nested
 * monitor lockout).
 */
final class HeldInside {
  private final Flows flows;
  private final HandedParts parts;
  private final ContainerMonitors containers;

  HeldInside(Flows flows, HandedParts parts, FieldUses uses) {
    this.containers = new ContainerMonitors(flows, uses);
    this.flows = flows;
    this.parts = parts;
  }

  /** Those of a call. */
  List<Edge> of(Op.Call call, int n, Point at, MethodFlow flow) {
    List<Edge> found = new ArrayList<>(containers.of(call, n, at, flow));
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      if (!h.later() && !h.target().isLambda() && !h.held().isEmpty()) {
        function(h, h.held(), call, n, at, flow, found);
      }
      Lock container = h.later() ? null : containers.own(call, n, at, flow);
      if (container != null) {
        function(h, List.of(container), call, n, at, flow, found);
      }
    }
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (Fact.Waits fact : flows.meaning(call.method()).waits()) {
      Place place = Outcomes.target(fact.condition(), flow.args(n), receiver);
      if (place != null) {
        boolean condition = place.last().filter(Step.Side.CONDITION::equals).isPresent();
        again(condition ? place.parent() : place, call.site(), at, flow, found);
      }
    }
    return found;
  }

  /** A lambda's body knows by itself what is held around it; other methods do not. */
  private void function(
      Handoffs.Handoff h,
      List<Lock> around,
      Op.Call call,
      int n,
      Point at,
      MethodFlow flow,
      List<Edge> into) {
    Callbacks callbacks = new Callbacks(flows, new Terms(h.args(), h.receiver()));
    for (Summary.Acquisition a : flows.summary(h.target().ref()).acquires()) {
      Summary.Acquisition here = callbacks.outside(a, call, null, h.target(), n, flow);
      Place taken = parts.own(here.lock().place());
      boolean known = at.held().find(taken).isPresent() || at.owned(taken);
      boolean entered = around.stream().anyMatch(l -> parts.own(l).place().equals(taken));
      for (Lock held : callbacks.possible(a) && !known && !entered ? around : List.<Lock>of()) {
        Site since = taken(held, call, n, flow);
        into.add(edge(flow, parts.own(held), since, here, call.site(), others(at, held)));
      }
    }
  }

  /** Where the method that runs the function takes the lock. */
  private Site taken(Lock lock, Op.Call call, int n, MethodFlow flow) {
    Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    for (MethodInfo target : flows.targets(call, n, flow)) {
      for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
        if (terms.lock(a.lock()).filter(lock::equals).isPresent()) {
          return a.site();
        }
      }
    }
    return call.site();
  }

  private static void again(Place waited, Site site, Point at, MethodFlow flow, List<Edge> into) {
    Lock own = null;
    for (HeldLocks.Held h : at.held().all()) {
      if (h.lock().place().equals(waited)) {
        own = h.lock();
      } else if (own != null && h.origin() >= 0 && h.lock().exclusive()) {
        Summary.Acquisition taken =
            new Summary.Acquisition(own, site, List.of(), waited.type(), null);
        List<Lock> gates = others(at, h.lock());
        gates.remove(own);
        into.add(edge(flow, h.lock(), h.site(), taken, site, gates));
      }
    }
  }

  /** All other locks that are held and may keep others out: nobody waits for one of his own. */
  static List<Lock> others(Point at, Lock held) {
    List<Lock> gates = new ArrayList<>();
    at.held().all().stream()
        .filter(h -> !h.stamp())
        .map(HeldLocks.Held::lock)
        .filter(l -> !l.equals(held) && !Confinement.is(l) && !at.owned(l.place()))
        .forEach(gates::add);
    return gates;
  }

  private static Edge edge(
      MethodFlow flow, Lock held, Site since, Summary.Acquisition a, Site at, List<Lock> gates) {
    return new Edge(
        flow.method().ref(), held, since, a.lock(), at, a.site(), a.via(), gates, a.type());
  }
}
