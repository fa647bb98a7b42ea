package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Function objects that a class was given to call later, such as listeners: which ones it may mean
 * when it calls one.
 */
final class KeptFunctions {
  private final Flows flows;
  private final Map<String, Map<MethodRef, MethodInfo>> given = new HashMap<>();
  private final Map<FieldRef, Map<MethodRef, MethodInfo>> fields = new HashMap<>();

  KeptFunctions(Flows flows) {
    this.flows = flows;
  }

  /** Takes in one operation. */
  void see(MethodFlow flow, Op op, int n, Point at) {
    if (op instanceof Op.Write write) {
      written(flow, write, at);
    } else if (op instanceof Op.Call call && Arrays.stream(flow.args(n)).anyMatch(Dispatch::made)) {
      boolean analysed =
          flows.hierarchy().resolve(call.method()).filter(MethodInfo::hasBody).isPresent();
      if (!analysed && flows.meaning(call.method()).stores()) {
        stored(flow, flow.args(n));
      }
      for (Handoffs.Handoff h :
          analysed ? flows.handoffs().of(call, n, flow) : List.<Handoffs.Handoff>of()) {
        if (h.later() && !h.declared() && h.position() >= 0) {
          String type = call.method().params().get(h.position());
          given
              .computeIfAbsent(key(call.method().owner(), type), k -> new LinkedHashMap<>())
              .put(h.target().ref(), h.target());
        }
      }
    }
  }

  /** Kept in a field of its own. */
  private void written(MethodFlow flow, Op.Write write, Point at) {
    if (at.sym(write.value()) instanceof Sym.At a && a.place().path().isEmpty()) {
      flow.function(a.place().root())
          .flatMap(f -> flows.hierarchy().resolve(f.target()))
          .ifPresent(
              m ->
                  fields
                      .computeIfAbsent(write.slot().field(), k -> new LinkedHashMap<>())
                      .put(m.ref(), m));
    }
  }

  /** Put into a container that a field names. */
  private void stored(MethodFlow flow, Sym[] args) {
    Optional<FieldRef> field =
        args.length > 1 && args[0] instanceof Sym.At at ? at.place().field() : Optional.empty();
    for (int i = 1; field.isPresent() && i < args.length; i++) {
      if (args[i] instanceof Sym.At at && at.place().path().isEmpty()) {
        String key = key(field.get().owner(), at.place().type());
        flow.function(at.place().root())
            .flatMap(f -> flows.hierarchy().resolve(f.target()))
            .ifPresent(m -> given.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(m.ref(), m));
      }
    }
  }

  private static String key(String owner, String type) {
    return (LockNodes.anonymous(owner) ? owner.substring(0, owner.lastIndexOf('$')) : owner)
        + " "
        + type;
  }

  /**
   * Bodies that a call of a kept function object may run; empty when that is no more than guess.
   */
  List<MethodInfo> of(Op.Call call, Sym receiver, MethodFlow flow) {
    boolean kept = receiver == null || receiver instanceof Sym.At at && kept(at.place(), flow);
    if (!kept || !flows.handoffs().runs(call)) {
      return List.of();
    }
    Map<MethodRef, MethodInfo> all = new LinkedHashMap<>();
    if (receiver instanceof Sym.At at && at.place().field().isPresent()) {
      all.putAll(fields.getOrDefault(at.place().field().get(), Map.of()));
    }
    String key = key(flow.method().ref().owner(), call.method().owner());
    all.putAll(given.getOrDefault(key, Map.of()));
    return all.size() > Dispatch.MAX_TARGETS ? List.of() : new ArrayList<>(all.values());
  }

  /** A call of a function object, by whoever it is given to. */
  record Run(Op.Call call, Sym function) {}

  /** Function objects that are kept in fields or containers, and that a library runs at once. */
  List<Run> run(Op.Call call, int n, MethodFlow flow) {
    List<Run> all = new ArrayList<>();
    for (Fact.Runs f : flows.meaning(call.method()).runs()) {
      int position = f.what().position();
      Sym arg = Outcomes.argument(position, flow.args(n), call.dispatch() != Op.Dispatch.STATIC);
      boolean field = arg instanceof Sym.At at && at.place().field().isPresent();
      if (field && !f.later() && position < call.method().params().size()) {
        flows
            .handoffs()
            .function(call.method().params().get(position))
            .map(m -> new Op.Call(Optional.empty(), m, call.dispatch(), List.of(), call.site()))
            .ifPresent(c -> all.add(new Run(c, arg)));
      }
    }
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      MethodRef target = h.target().ref();
      if (!h.later() && !h.target().hasBody() && flows.handoffs().runs(target)) {
        Op.Dispatch how = Op.Dispatch.VIRTUAL;
        Op.Call element = new Op.Call(Optional.empty(), target, how, List.of(), call.site());
        all.add(new Run(element, h.args().length > 0 ? h.args()[0] : null));
      }
    }
    return all;
  }

  /** A field of this object, what a loop finds, or what a lambda is handed; no parameter. */
  private static boolean kept(Place place, MethodFlow flow) {
    boolean own = place.root() instanceof Root.This || place.root() instanceof Root.Static;
    return own && !place.path().isEmpty()
        || place.root() instanceof Root.Unknown
        || place.root() instanceof Root.Param && flow.method().isLambda();
  }
}
