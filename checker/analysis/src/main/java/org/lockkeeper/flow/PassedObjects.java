package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Of which classes the objects are that callers pass to a method, as far as callers say so. */
final class PassedObjects {
  private static final int MAX_DEPTH = 3;

  private final Flows flows;
  private Map<MethodRef, List<Passed>> passed;

  /** An argument of a call. */
  private record Passed(MethodRef caller, int param, Place place) {}

  PassedObjects(Flows flows) {
    this.flows = flows;
  }

  /** Whether some caller passes, for this parameter, an object that is known to be of a class. */
  boolean some(MethodRef method, int param, String type) {
    return some(method, param, type, MAX_DEPTH, new HashSet<>());
  }

  private boolean some(MethodRef method, int param, String type, int depth, Set<MethodRef> seen) {
    if (depth == 0 || !seen.add(method)) {
      return false;
    }
    for (Passed p : index().getOrDefault(method, List.of())) {
      if (p.param() == param && (of(p, type) || further(p, type, depth, seen))) {
        return true;
      }
    }
    return false;
  }

  private boolean further(Passed p, String type, int depth, Set<MethodRef> seen) {
    return p.place().path().isEmpty()
        && p.place().root() instanceof Root.Param outer
        && some(p.caller(), outer.index(), type, depth - 1, seen);
  }

  private boolean of(Passed p, String type) {
    String known = p.place().type();
    boolean exact = p.place().root() instanceof Root.Fresh && p.place().path().isEmpty();
    boolean self = p.place().root() instanceof Root.This && p.place().path().isEmpty();
    boolean sub = flows.hierarchy().isSubtype(known, type);
    return sub || self && !exact && flows.hierarchy().isSubtype(type, known);
  }

  private Map<MethodRef, List<Passed>> index() {
    if (passed == null) {
      passed = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return passed;
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          Sym receiver = Knowledge.receiver(call, n, flow);
          Sym[] args = flow.args(n);
          int first = receiver == null ? 0 : 1;
          for (MethodInfo target : flows.targets(call, receiver)) {
            for (int i = first; i < args.length; i++) {
              if (args[i] instanceof Sym.At at) {
                passed
                    .computeIfAbsent(target.ref(), k -> new ArrayList<>())
                    .add(new Passed(flow.method().ref(), i - first, at.place()));
              }
            }
          }
        });
  }
}
