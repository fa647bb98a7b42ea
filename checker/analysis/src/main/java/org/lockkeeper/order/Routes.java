package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.KeyedLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Monitors;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Callbacks;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockGraph.Edge;

/** Other ways by which a call gets to a lock than the one that a summary remembers. */
final class Routes {
  private static final int MAX_ROUTES = 16;
  private static final int MAX_METHODS = 200;

  private final Flows flows;
  private final List<Edge> found = new ArrayList<>();
  private int methods;

  private Routes(Flows flows) {
    this.flows = flows;
  }

  /** The same nesting by other calls, a handful at most. */
  static List<Edge> of(Edge e, Flows flows) {
    Routes routes = new Routes(flows);
    Place lock = e.via().isEmpty() ? null : lock(e.via().get(0).callee(), e, flows);
    if (lock != null) {
      routes.search(e, lock, e.via().subList(0, 1));
    }
    return routes.found;
  }

  /**
   * What a method on the way calls the lock that is acquired at its end; {@code null} if unknown.
   */
  static Place lock(MethodRef method, Edge e, Flows flows) {
    return flows.summary(method).acquires().stream()
        .filter(a -> a.site().equals(e.site()))
        .map(a -> a.lock().place())
        .findFirst()
        .orElse(null);
  }

  private void search(Edge e, Place lock, List<Summary.Via> via) {
    MethodFlow flow = flows.flow(via.get(via.size() - 1).callee()).orElse(null);
    if (flow == null || via.size() > Summary.MAX_CHAIN || methods++ > MAX_METHODS) {
      return;
    }
    Lock monitor = Monitors.of(flow.method());
    if (monitor != null && monitor.place().equals(lock)) {
      add(e, via, flow.method().site());
    }
    flow.replay(
        (op, n, at) -> {
          if (at.held().find(lock).isPresent()) {
            return;
          }
          if (op instanceof Op.Enter enter
              && KeyedLocks.monitor(enter.lock(), at, flow, flows).equals(lock)) {
            add(e, via, enter.site());
          } else if (op instanceof Op.Call call) {
            call(e, lock, via, call, n, flow);
          }
        });
  }

  private void call(
      Edge e, Place lock, List<Summary.Via> via, Op.Call call, int n, MethodFlow flow) {
    Sym on = Knowledge.receiver(call, n, flow);
    Meaning meaning = flows.meaning(call.method());
    for (Fact.Acquires f : meaning.acquires()) {
      Place place = Outcomes.target(f.lock(), flow.args(n), on != null);
      if (f.when() == When.ALWAYS && lock.equals(place)) {
        add(e, via, call.site());
      }
    }
    if (meaning.locking() || flows.guess(call, on, flow.method())) {
      return;
    }
    Terms terms = new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
    Callbacks callbacks = new Callbacks(flows, terms);
    for (MethodInfo target : flows.targets(call, on)) {
      Set<Place> there = new LinkedHashSet<>();
      for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
        Summary.Acquisition here = callbacks.outside(a, call, on, target, n, flow);
        if (callbacks.possible(a) && here.lock().place().equals(lock)) {
          there.add(a.lock().place());
        }
      }
      List<Summary.Via> longer = new ArrayList<>(via);
      longer.add(new Summary.Via(call.site(), target.ref()));
      there.forEach(place -> search(e, place, longer));
    }
  }

  private void add(Edge e, List<Summary.Via> via, Site site) {
    if (found.size() < MAX_ROUTES) {
      found.add(
          new Edge(
              e.in(),
              e.held(),
              e.heldAt(),
              e.acquired(),
              e.at(),
              site,
              List.copyOf(via),
              e.gates(),
              e.type()));
    }
  }
}
