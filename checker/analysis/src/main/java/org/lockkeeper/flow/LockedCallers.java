package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Nestings in methods whose every known caller already holds the inner lock, so that it is only
 * re-entered.
 */
final class LockedCallers {
  private static final int MAX_DEPTH = 6;

  private final Flows flows;
  private final LockNodes nodes;
  private Map<MethodRef, List<Caller>> callers;

  /** A call, with the nodes of what is held. */
  private record Caller(MethodRef method, Set<String> held) {}

  LockedCallers(Flows flows, LockNodes nodes) {
    this.flows = flows;
    this.nodes = nodes;
  }

  /** Whether all callers hold the lock that the nesting acquires; no when none is known. */
  boolean hold(LockGraph.Edge e) {
    String inner = nodes.of(e.acquired());
    return !element(e.acquired().place())
        && !nodes.same(nodes.of(e.held()), inner)
        && hold(e.in(), new Wanted(inner, e.type()), MAX_DEPTH, new HashSet<>());
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
      if (!beside(caller.method().owner(), lock.type())) {
        boolean here = caller.held().stream().anyMatch(h -> nodes.same(h, lock.node()));
        if (!here && !hold(caller.method(), lock, depth - 1, seen)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /**
   * Whether a class stands beside another below one abstract class: each has parts of its own, so
   * that one does not call what locks the other.
   */
  private boolean sibling(String caller, String type) {
    ClassInfo a = flows.hierarchy().find(caller).orElse(null);
    ClassInfo b = flows.hierarchy().find(type).orElse(null);
    return a != null
        && b != null
        && !a.name().equals(b.name())
        && a.superName().isPresent()
        && a.superName().equals(b.superName())
        && flows
            .hierarchy()
            .find(a.superName().get())
            .filter(up -> up.has(Modifier.ABSTRACT))
            .isPresent();
  }

  /** The class or one around it is a sibling. */
  private boolean beside(String caller, String type) {
    int nested = caller.lastIndexOf('$');
    return sibling(caller, type) || nested > 0 && beside(caller.substring(0, nested), type);
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
