package org.lockkeeper.sharing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;

/**
 * Methods that only one thread runs on an object, as far as the compilation shows: every chain of
 * calls to them starts in the task of which the object's maker starts one.
 */
final class SoleThreads {
  private final Flows flows;
  private final Callers callers;
  private final OneThread tasks;
  private final Map<MethodRef, Optional<Set<MethodRef>>> known = new HashMap<>();
  private final Map<MethodRef, Set<String>> owners = new HashMap<>();
  private final Families families;

  SoleThreads(Flows flows, Families families, HandedTasks handed) {
    this.families = families;
    this.flows = flows;
    this.callers = flows.callers();
    this.tasks = new OneThread(flows, handed);
  }

  /** The only task that leads to a method; empty if there may be others. */
  Optional<MethodRef> of(MethodRef method) {
    return all(method).filter(b -> b.size() == 1).map(b -> b.iterator().next());
  }

  /** Whether nobody else than a task runs a method, but who makes the object. */
  boolean runs(MethodRef body, MethodRef method) {
    return all(method).filter(b -> Set.of(body).containsAll(b)).isPresent();
  }

  /** The same for one change, which may also come before the task is started. */
  boolean does(MethodRef body, FieldUses.Use use) {
    return runs(body, use.method()) || tasks.before(body, use.method(), use.access().op());
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
    if (plain.isEmpty() && running.isEmpty() || callers.open(method)) {
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

  /** Whether each object that has the field belongs to one run of the task. */
  boolean belongs(FieldRef field, MethodRef body) {
    Set<String> family = owners.computeIfAbsent(body, this::family);
    return families.has(family, field);
  }

  /**
   * Classes of which the task's maker, the task, or such objects make all objects, and classes that
   * extend them.
   */
  private Set<String> family(MethodRef body) {
    Set<String> first = new TreeSet<>();
    first.add(body.owner());
    if (tasks.fresh(body)) {
      return families.inside(first);
    }
    tasks.starter(body).ifPresent(first::add);
    Set<String> all = new TreeSet<>(first);
    flows.classes().stream()
        .map(ClassInfo::name)
        .filter(c -> first.stream().anyMatch(f -> flows.hierarchy().isSubtype(c, f)))
        .forEach(all::add);
    return families.of(all);
  }
}
