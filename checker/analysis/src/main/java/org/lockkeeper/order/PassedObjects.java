package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Of which classes the objects are that callers pass to a method, as far as callers say so. */
final class PassedObjects {
  private static final int MAX_DEPTH = 3;

  private final Flows flows;
  private final Map<MethodRef, List<Passed>> passed = new HashMap<>();
  private Map<MethodRef, List<Made>> functions;

  /**
   * An argument of a call; the receiver is argument -1.
   *
   * @param locked whether its monitor is held at the call
   */
  private record Passed(MethodRef caller, int param, Place place, boolean locked) {}

  /** A function object is made. */
  private record Made(MethodFlow in, int op, int first) {}

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
    List<Made> made = functions().getOrDefault(method, List.of());
    boolean element = !made.isEmpty() && param >= captured(made.get(made.size() - 1));
    return element || some(method, param, new Wanted(type, free), MAX_DEPTH, new HashSet<>());
  }

  private record Wanted(String type, boolean free) {}

  private boolean some(MethodRef method, int param, Wanted wanted, int depth, Set<MethodRef> seen) {
    if (depth == 0 || !seen.add(method)) {
      return false;
    }
    for (Passed p : passed(method)) {
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
    for (Passed on : passed(p.caller())) {
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

  private static int captured(Made made) {
    return made.in().args(made.op()).length + made.first();
  }

  /** Of calls and function objects; asked of the few methods that take locks of what is passed. */
  private List<Passed> passed(MethodRef method) {
    List<Passed> known = passed.get(method);
    if (known == null) {
      known = new ArrayList<>();
      for (Made made : functions().getOrDefault(method, List.of())) {
        add(made.in(), made.op(), made.first(), known);
      }
      for (Callers.Caller caller : flows.callers().of(method)) {
        Op.Call call = (Op.Call) caller.in().op(caller.op());
        int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : -1;
        add(caller.in(), caller.op(), first, known);
      }
      passed.put(method, known);
    }
    return known;
  }

  private Map<MethodRef, List<Made>> functions() {
    if (functions == null) {
      functions = new HashMap<>();
      flows.all().forEach(this::collect);
    }
    return functions;
  }

  private void collect(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.New made
              && made.function().isPresent()
              && made.function().get().body()) {
            Op.Function f = made.function().get();
            int first = f.dispatch() == Op.Dispatch.STATIC ? 0 : -1;
            functions
                .computeIfAbsent(f.target(), k -> new ArrayList<>())
                .add(new Made(flow, n, first));
          }
        });
  }

  private static void add(MethodFlow flow, int op, int first, List<Passed> to) {
    Sym[] args = flow.args(op);
    for (int i = 0; i < args.length; i++) {
      if (args[i] instanceof Sym.At a) {
        boolean locked = flow.held(op).find(a.place()).isPresent();
        to.add(new Passed(flow.method().ref(), i + first, a.place(), locked));
      }
    }
  }
}
