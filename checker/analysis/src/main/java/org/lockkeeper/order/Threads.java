package org.lockkeeper.order;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.interprocedural.Makings;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Methods that always run on one and the same thread: confined ones, and tasks of one single
 * thread.
 */
public final class Threads {
  private static final String ANY = "";
  private static final String UI = "ui";

  private final Flows flows;
  private final Makings makings;
  private Map<MethodRef, Set<String>> tasks;
  private Map<MethodRef, Set<MethodRef>> callers;

  /** Of a solved compilation. */
  public Threads(Flows flows, Makings makings) {
    this.flows = flows;
    this.makings = makings;
  }

  /** The thread's name; empty when it may be any. */
  Optional<String> of(MethodRef method) {
    Set<String> names = new TreeSet<>();
    collect(method, names, new LinkedHashSet<>());
    return names.size() == 1 && !names.contains(ANY)
        ? Optional.of(names.iterator().next())
        : Optional.empty();
  }

  private void collect(MethodRef method, Set<String> names, Set<MethodRef> seen) {
    if (!seen.add(method)) {
      return;
    }
    index();
    List<Fact.ConfinedTo> confined = flows.book().all(Fact.ConfinedTo.class, method);
    if (!confined.isEmpty()) {
      names.add(confined.get(0).name());
      return;
    }
    Set<String> roots = tasks.getOrDefault(method, Set.of());
    Set<MethodRef> from = callers.getOrDefault(method, Set.of());
    names.addAll(roots);
    if (!closed(method) || roots.isEmpty() && from.isEmpty()) {
      names.add(ANY);
    }
    from.forEach(c -> collect(c, names, seen));
  }

  /** Whether everybody who may call it is known. */
  private boolean closed(MethodRef method) {
    MethodInfo m = flows.hierarchy().resolve(method).orElse(null);
    return m != null && (m.isLambda() || m.has(Modifier.PRIVATE) || anonymous(m.ref()));
  }

  /** A task's body in an anonymous class: only whom the task is given to runs it. */
  private boolean anonymous(MethodRef method) {
    return LockNodes.anonymous(method.owner()) && tasks != null && tasks.containsKey(method);
  }

  private void index() {
    if (tasks == null) {
      tasks = new HashMap<>();
      callers = new HashMap<>();
      flows.all().forEach(this::index);
    }
  }

  private void index(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call) {
            handoffs(call, n, flow);
            for (MethodInfo target : flows.targets(call, null)) {
              if (closed(target.ref())) {
                calls(flow.method().ref(), target.ref());
              }
            }
          }
        });
  }

  private void handoffs(Op.Call call, int n, MethodFlow flow) {
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      if (h.later()) {
        String thread = ui(call, h) ? UI : single(call, flow.args(n));
        tasks.computeIfAbsent(h.target().ref(), k -> new TreeSet<>()).add(thread);
      } else {
        calls(flow.method().ref(), h.target().ref());
      }
    }
  }

  /** Handed to the user interface's thread, or to whoever calls listeners of that type. */
  private boolean ui(Op.Call call, Handoffs.Handoff h) {
    if (h.context().equals(UI) || h.position() < 0) {
      return h.context().equals(UI);
    }
    String type = call.method().params().get(h.position());
    return flows.book().ofType(Fact.RunsOn.class, type).contains(new Fact.RunsOn(UI));
  }

  private void calls(MethodRef caller, MethodRef callee) {
    callers.computeIfAbsent(callee, k -> new LinkedHashSet<>()).add(caller);
  }

  /** The receiver's field, when it holds an executor with one thread. */
  private String single(Op.Call call, Sym[] args) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC && args.length > 0;
    Optional<Place> place = receiver && args[0] != null ? args[0].where() : Optional.empty();
    Optional<FieldRef> field = place.flatMap(Place::field);
    return field.isPresent() && makings.singleThreaded(field.get()) ? field.get().key() : ANY;
  }
}
