package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Of which classes the objects are that callers pass to a method, as far as callers say so. */
final class PassedObjects {
  private static final int MAX_DEPTH = 3;

  private final Flows flows;
  private Map<MethodRef, List<Passed>> passed;
  private final Map<MethodRef, Integer> captured = new HashMap<>();

  /**
   * An argument of a call; the receiver is argument -1.
   *
   * @param locked whether its monitor is held at the call
   */
  private record Passed(MethodRef caller, int param, Place place, boolean locked) {}

  PassedObjects(Flows flows) {
    this.flows = flows;
  }

  /**
   * Whether some caller passes, for this parameter, an object that is known to be of a class. What
   * a lambda is run with, such as an element, is like what a loop finds: of any class.
   *
   * @param free whether only an object counts whose monitor the caller does not hold
   */
  boolean some(MethodRef method, int param, String type, boolean free) {
    index();
    Integer captures = captured.get(method);
    boolean element = captures != null && param >= captures;
    return element || some(method, param, new Wanted(type, free), MAX_DEPTH, new HashSet<>());
  }

  private record Wanted(String type, boolean free) {}

  private boolean some(MethodRef method, int param, Wanted wanted, int depth, Set<MethodRef> seen) {
    if (depth == 0 || !seen.add(method)) {
      return false;
    }
    for (Passed p : index().getOrDefault(method, List.of())) {
      boolean known = p.param() == param && of(p, wanted.type());
      boolean held = known && wanted.free() && locked(p, MAX_DEPTH);
      if (known && !held || p.param() == param && further(p, wanted, depth, seen)) {
        return true;
      }
    }
    return false;
  }

  /** The monitor is held, by the caller or by all who call it on the same object. */
  private boolean locked(Passed p, int depth) {
    boolean self = p.place().path().isEmpty() && p.place().root() instanceof Root.This;
    if (p.locked() || !self || depth == 0) {
      return p.locked();
    }
    boolean any = false;
    for (Passed on : index().getOrDefault(p.caller(), List.of())) {
      if (on.param() < 0) {
        any = true;
        if (!locked(on, depth - 1)) {
          return false;
        }
      }
    }
    return any;
  }

  private boolean further(Passed p, Wanted wanted, int depth, Set<MethodRef> seen) {
    return p.place().path().isEmpty()
        && p.place().root() instanceof Root.Param outer
        && some(p.caller(), outer.index(), wanted, depth - 1, seen);
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
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call) {
            Sym receiver = Knowledge.receiver(call, n, flow);
            for (MethodInfo target : flows.targets(call, receiver)) {
              add(target.ref(), flow, n, receiver == null ? 0 : -1, at);
            }
          } else if (op instanceof Op.New made && made.function().isPresent()) {
            Op.Function f = made.function().get();
            int first = f.dispatch() == Op.Dispatch.STATIC ? 0 : -1;
            if (f.body()) {
              captured.put(f.target(), f.captures().size() + first);
              add(f.target(), flow, n, first, at);
            }
          }
        });
  }

  private void add(MethodRef target, MethodFlow flow, int call, int first, Point at) {
    Sym[] args = flow.args(call);
    List<Passed> all = passed.computeIfAbsent(target, k -> new ArrayList<>());
    for (int i = 0; i < args.length; i++) {
      if (args[i] instanceof Sym.At a) {
        boolean locked = at.held().find(a.place()).isPresent();
        all.add(new Passed(flow.method().ref(), i + first, a.place(), locked));
      }
    }
  }
}
