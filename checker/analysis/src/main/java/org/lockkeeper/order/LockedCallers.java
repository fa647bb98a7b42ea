package org.lockkeeper.order;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Nestings in helpers, or behind a type that others know, whose every known caller already holds
 * the inner lock, so that it is only re-entered.
 */
final class LockedCallers {
  private static final int MAX_DEPTH = 6;

  private final Flows flows;
  private final LockNodes nodes;
  private final Siblings siblings;
  private Map<MethodRef, List<Caller>> callers;

  /** A call, with the nodes of what is held. */
  private record Caller(MethodRef method, Set<String> held) {}

  LockedCallers(Flows flows, LockNodes nodes) {
    this.flows = flows;
    this.nodes = nodes;
    this.siblings = new Siblings(flows.hierarchy());
  }

  /** Whether all callers hold the lock that the nesting acquires; no when none is known. */
  boolean hold(LockGraph.Edge e) {
    String inner = nodes.of(e.acquired());
    return !flows.hierarchy().resolve(e.in()).filter(this::open).isPresent()
        && !element(e.acquired().place())
        && !nodes.same(nodes.of(e.held()), inner)
        && hold(e.in(), new Wanted(inner, e.type()), MAX_DEPTH, new HashSet<>());
  }

  private boolean open(MethodInfo m) {
    return !m.has(Modifier.PRIVATE) && !m.isLambda() && !Dispatch.overrides(m, flows.hierarchy());
  }

  /** One of many, found in a container: callers hold one of them, not each. */
  private static boolean element(Place place) {
    return place.root() instanceof Place.Root.Unknown found && found.op() >= 0;
  }

  /** A lock, and the class of its object. */
  private record Wanted(String node, String type) {}

  private boolean hold(MethodRef method, Wanted lock, int depth, Set<MethodRef> seen) {
    List<Caller> all = index().getOrDefault(method, List.of());
    if (depth == 0 || !seen.add(method)) {
      return false;
    }
    boolean any = false;
    for (Caller caller : all) {
      if (!siblings.beside(caller.method().owner(), lock.type())) {
        boolean here = caller.held().stream().anyMatch(h -> nodes.same(h, lock.node()));
        if (!here && !hold(caller.method(), lock, depth - 1, seen)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private Map<MethodRef, List<Caller>> index() {
    if (callers == null) {
      callers = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return callers;
  }

  private void collect(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call) {
            Set<String> held = new LinkedHashSet<>();
            at.held().all().forEach(h -> held.add(nodes.of(h.lock())));
            Caller caller = new Caller(flow.method().ref(), held);
            for (MethodInfo target : flows.targets(call, n, flow)) {
              add(target, caller);
            }
            for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
              Set<String> later = h.later() ? Set.of() : held;
              if (h.declared() || h.target().isLambda()) {
                add(h.target(), new Caller(flow.method().ref(), later));
              }
            }
          }
        });
  }

  private void add(MethodInfo target, Caller caller) {
    callers.computeIfAbsent(target.ref(), k -> new ArrayList<>()).add(caller);
  }
}
