package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Who calls a method, as far as the compilation shows. */
public final class Callers {
  private final Flows flows;
  private final Map<MethodRef, List<Caller>> steps = new HashMap<>();
  private Map<MethodRef, List<Caller>> index;
  private Templates templates;

  /**
   * A call.
   *
   * @param in the method that it stands in
   * @param op its number there
   * @param on what it is called on; {@code null} if that is not known
   */
  public record Caller(MethodFlow in, int op, Place on) {
    /** Whether the method is called on the caller's own object. */
    public boolean self() {
      return on != null && on.root() instanceof Root.This && on.path().isEmpty();
    }
  }

  Callers(Flows flows) {
    this.flows = flows;
  }

  /**
   * In the order of the program; none of a method that only its own recursion calls: somebody else
   * begins it.
   */
  public List<Caller> of(MethodRef method) {
    if (index == null) {
      index = new HashMap<>();
      templates = new Templates(flows);
      flows.all().forEach(this::collect);
      index.keySet().retainAll(led());
    }
    return index.getOrDefault(method, List.of());
  }

  /** Methods that a call of one leads to that nobody calls. */
  private Set<MethodRef> led() {
    Map<MethodRef, Set<MethodRef>> callees = new HashMap<>();
    index.forEach(
        (method, all) ->
            all.forEach(
                caller ->
                    callees
                        .computeIfAbsent(caller.in().method().ref(), k -> new HashSet<>())
                        .add(method)));
    Deque<MethodRef> open = new ArrayDeque<>(callees.keySet());
    open.removeIf(index::containsKey);
    Set<MethodRef> led = new HashSet<>();
    while (!open.isEmpty()) {
      for (MethodRef callee : callees.getOrDefault(open.pop(), Set.of())) {
        if (led.add(callee)) {
          open.push(callee);
        }
      }
    }
    return led;
  }

  /** The same of a step of a template, however many classes have one of their own. */
  List<Caller> ofStep(MethodRef method) {
    of(method);
    return templates.step(method) ? steps.getOrDefault(method, List.of()) : List.of();
  }

  /** Whether the method is a step of a template. */
  boolean step(MethodRef method) {
    of(method);
    return templates.step(method);
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          Sym receiver = Knowledge.receiver(call, n, flow);
          Caller caller = new Caller(flow, n, receiver instanceof Sym.At at ? at.place() : null);
          List<MethodInfo> targets = flows.targets(call, receiver);
          targets.forEach(t -> add(index, t.ref(), caller));
          for (MethodRef step : templates.family(call.method())) {
            if (runs(call, step)) {
              add(steps, step, caller);
            }
          }
        });
  }

  /** Whether an object of the class that is called, or one below it, may have that body. */
  private boolean runs(Op.Call call, MethodRef step) {
    MethodRef body = flows.hierarchy().resolve(call.method()).map(MethodInfo::ref).orElse(step);
    boolean below = flows.hierarchy().isSubtype(step.owner(), call.method().owner());
    return body.equals(step) || call.dispatch() == Op.Dispatch.VIRTUAL && below;
  }

  private static void add(Map<MethodRef, List<Caller>> to, MethodRef method, Caller caller) {
    to.computeIfAbsent(method, k -> new ArrayList<>()).add(caller);
  }

  /** Whether others may call the method than those that are seen. */
  public boolean open(MethodRef method) {
    return foreign(method) || offered(method, of(method));
  }

  /** Public, although no class here but its own calls it: others must be meant to. */
  private boolean offered(MethodRef method, List<Caller> plain) {
    boolean offered =
        flows.hierarchy().resolve(method).filter(m -> m.has(Modifier.PUBLIC)).isPresent();
    for (Caller caller : plain) {
      offered = offered && caller.in().method().ref().owner().equals(method.owner());
    }
    return offered;
  }

  /** Whether a library may call it by a declaration of its own. */
  private boolean foreign(MethodRef method) {
    MethodInfo m = flows.hierarchy().resolve(method).orElse(null);
    if (m == null || m.isStatic() || m.has(Modifier.PRIVATE) || method.isConstructor()) {
      return m == null;
    }
    for (String type : flows.hierarchy().supertypes(method.owner())) {
      boolean library = !flows.dispatch().analyses(type);
      ClassInfo above = library ? flows.hierarchy().find(type).orElse(null) : null;
      for (MethodInfo each : above == null ? List.<MethodInfo>of() : above.methods()) {
        if (each.ref().signature().equals(method.signature())) {
          return true;
        }
      }
    }
    return false;
  }
}
