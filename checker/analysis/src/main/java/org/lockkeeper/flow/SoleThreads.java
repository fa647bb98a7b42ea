package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * Methods that only one thread runs on an object, as far as the compilation shows: every chain of
 * calls to them starts in the task of which the object's maker starts one.
 */
final class SoleThreads {
  /** How many factories deep makers are looked for. */
  private static final int FACTORIES = 3;

  private final Flows flows;
  private final Callers callers;
  private final OneThread tasks;
  private final Map<MethodRef, Optional<Set<MethodRef>>> known = new HashMap<>();
  private final Map<MethodRef, Set<String>> families = new HashMap<>();
  private Map<String, Set<MethodRef>> makers;

  SoleThreads(Flows flows) {
    this.flows = flows;
    this.callers = flows.callers();
    this.tasks = new OneThread(flows);
  }

  /** The only task that leads to a method; empty if there may be others. */
  Optional<MethodRef> of(MethodRef method) {
    return all(method).filter(b -> b.size() == 1).map(b -> b.iterator().next());
  }

  /** Whether nobody else than a task runs a method, but who makes the object. */
  boolean runs(MethodRef body, MethodRef method) {
    return all(method).filter(b -> Set.of(body).containsAll(b)).isPresent();
  }

  private Optional<Set<MethodRef>> all(MethodRef method) {
    Optional<Set<MethodRef>> answer = known.get(method);
    if (answer == null) {
      Set<MethodRef> bodies = new LinkedHashSet<>();
      boolean closed = collect(method, bodies, new HashSet<>());
      answer = closed ? Optional.of(bodies) : Optional.empty();
      known.put(method, answer);
    }
    return answer;
  }

  /** Whether all that leads to the method is seen. */
  private boolean collect(MethodRef method, Set<MethodRef> bodies, Set<MethodRef> seen) {
    if (!seen.add(method)) {
      return true;
    }
    if (tasks.is(method)) {
      bodies.add(method);
      return tasks.starter(method).isPresent() && callers.of(method).isEmpty();
    }
    List<Callers.Caller> plain = callers.of(method);
    List<MethodFlow> running = tasks.running(method);
    if (plain.isEmpty() && running.isEmpty() || foreign(method) || offered(method, plain)) {
      return false;
    }
    for (Callers.Caller caller : plain) {
      MethodRef in = caller.in().method().ref();
      boolean making = caller.self() && in.isConstructor();
      if (!making && !collect(in, bodies, seen)) {
        return false;
      }
    }
    for (MethodFlow in : running) {
      if (!collect(in.method().ref(), bodies, seen)) {
        return false;
      }
    }
    return true;
  }

  /** Public, although no class here but its own calls it: others must be meant to. */
  private boolean offered(MethodRef method, List<Callers.Caller> plain) {
    boolean offered =
        flows.hierarchy().resolve(method).filter(m -> m.has(Modifier.PUBLIC)).isPresent();
    for (Callers.Caller caller : plain) {
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

  /** Whether each object that has the field belongs to one run of the task. */
  boolean belongs(FieldRef field, MethodRef body) {
    Set<String> family = families.computeIfAbsent(body, this::family);
    for (String type : family) {
      if (flows.hierarchy().isSubtype(type, field.owner())) {
        return true;
      }
    }
    return false;
  }

  /** Classes of which the task's maker, the task, or such objects make all objects. */
  private Set<String> family(MethodRef body) {
    Set<String> family = new TreeSet<>();
    family.add(body.owner());
    tasks.starter(body).ifPresent(family::add);
    around(body.owner(), family);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Map.Entry<String, Set<MethodRef>> made : makers().entrySet()) {
        boolean all = !family.contains(made.getKey());
        for (MethodRef maker : all ? made.getValue() : Set.<MethodRef>of()) {
          all = all && within(maker, family, FACTORIES);
        }
        grows |= all && family.add(made.getKey());
      }
    }
    return family;
  }

  /** Code of such a class, or a factory that only such code calls. */
  private boolean within(MethodRef maker, Set<String> family, int depth) {
    if (family.contains(maker.owner())) {
      return true;
    }
    List<Callers.Caller> all = depth == 0 ? List.of() : callers.of(maker);
    boolean within = !all.isEmpty();
    for (Callers.Caller caller : all) {
      within = within && within(caller.in().method().ref(), family, depth - 1);
    }
    return within;
  }

  /** The objects around an inner object. */
  private void around(String type, Set<String> family) {
    Optional<ClassInfo> at = flows.hierarchy().find(type);
    while (at.isPresent() && !at.get().has(Modifier.STATIC) && at.get().outer().isPresent()) {
      family.add(at.get().outer().get());
      at = flows.hierarchy().find(at.get().outer().get());
    }
  }

  /** By class: methods that make objects of it. */
  private Map<String, Set<MethodRef>> makers() {
    if (makers == null) {
      makers = new LinkedHashMap<>();
      flows.all().forEach(this::makers);
    }
    return makers;
  }

  private void makers(MethodFlow flow) {
    for (int n = 0; n < flow.ops(); n++) {
      if (flow.op(n) instanceof Op.New made && made.function().isEmpty()) {
        makers.computeIfAbsent(made.type(), k -> new LinkedHashSet<>()).add(flow.method().ref());
      }
    }
  }
}
