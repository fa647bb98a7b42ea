package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Methods that run only in tasks of one executor whose tasks never overlap, as far as the
 * compilation shows.
 */
final class SerialTasks {
  /** Anything else runs it, too. */
  private static final String ANY = "";

  private final Flows flows;
  private final FieldUses uses;
  private final Families families;
  private final HandedTasks handed;
  private final Map<MethodRef, Set<String>> tasks = new HashMap<>();
  private final Map<MethodRef, List<MethodFlow>> running = new HashMap<>();
  private final Map<MethodRef, String> asserting = new HashMap<>();
  private final Map<MethodRef, Optional<String>> known = new HashMap<>();
  private final Map<String, Set<String>> owners = new HashMap<>();

  SerialTasks(Flows flows, FieldUses uses, Families families, HandedTasks handed) {
    this.handed = handed;
    this.flows = flows;
    this.uses = uses;
    this.families = families;
    flows.all().forEach(this::collect);
  }

  /** The executor, by its field or its type; empty where other threads may come, too. */
  Optional<String> of(MethodRef method) {
    Optional<String> answer = known.get(method);
    if (answer == null) {
      Set<String> names = new TreeSet<>();
      collect(method, names, new HashSet<>());
      boolean one = names.size() == 1 && !names.contains(ANY);
      answer = one ? Optional.of(names.iterator().next()) : Optional.empty();
      known.put(method, answer);
    }
    return answer;
  }

  /** Whether each object that has the field belongs to one that has the executor. */
  boolean belongs(FieldRef field, String executor) {
    return families.has(owners.computeIfAbsent(executor, this::family), field);
  }

  private Set<String> family(String executor) {
    Set<String> first = new TreeSet<>();
    flows.classes().stream()
        .filter(c -> c.fields().stream().anyMatch(f -> isExecutor(f, executor)))
        .forEach(c -> first.add(c.name()));
    return families.of(first);
  }

  private static boolean isExecutor(FieldInfo field, String executor) {
    return field.ref().type().equals(executor) || field.ref().key().equals(executor);
  }

  private void collect(MethodFlow flow) {
    flow.calls(
        (call, n) -> {
          for (HandedTasks.Handed h : handed.of(call, n, flow)) {
            if (!h.later()) {
              running.computeIfAbsent(h.body(), k -> new ArrayList<>()).add(flow);
            }
            for (HandedTasks.Way way : h.later() ? h.ways() : List.<HandedTasks.Way>of()) {
              tasks.computeIfAbsent(h.body(), k -> new LinkedHashSet<>()).add(executor(h, way));
            }
          }
          if (asserts(call) && first(n, flow)) {
            executor(call, n, flow).ifPresent(e -> asserting.put(flow.method().ref(), e));
          }
        });
  }

  private String executor(HandedTasks.Handed h, HandedTasks.Way way) {
    boolean given = h.position() >= 0 && way.call() != null;
    return given ? executor(way.call(), way.op(), way.in()).orElse(ANY) : ANY;
  }

  /** Returns only where a task of the executor runs. */
  private boolean asserts(Op.Call call) {
    return flows.meaning(call.method()).contexts().stream()
        .anyMatch(c -> c.when() == Fact.When.ALWAYS);
  }

  /** Whether nothing comes before it but other steps on the only way. */
  private static boolean first(int n, MethodFlow flow) {
    int at = 0;
    Set<Integer> seen = new HashSet<>();
    while (at != flow.blockOf(n) && seen.add(at)) {
      var next = flow.body().blocks().get(at).next();
      at = next.size() == 1 ? next.get(0).target() : at;
    }
    return at == flow.blockOf(n);
  }

  /** The receiver, if it runs one task at a time. */
  private Optional<String> executor(Op.Call call, int n, MethodFlow flow) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC && flow.args(n).length > 0;
    if (!receiver || !(flow.args(n)[0] instanceof Sym.At on)) {
      return Optional.empty();
    }
    Place place = on.place();
    Optional<FieldRef> field = place.field();
    if (!own(place)) {
      return Optional.empty();
    }
    if (!flows.book().ofType(Fact.Serial.class, place.type()).isEmpty()) {
      boolean only = field.isEmpty() || alike(field.get()) == 1;
      return Optional.of(only ? place.type() : field.get().key());
    }
    return field.filter(f -> uses.traits(f).contains(Trait.CONFINED)).map(FieldRef::key);
  }

  /** What the object, or the one around it, has for good, or is being made. */
  private static boolean own(Place executor) {
    if (executor.path().isEmpty()) {
      return executor.root() instanceof Root.Fresh;
    }
    List<Place.Step> way = executor.path().subList(0, executor.path().size() - 1);
    boolean ours = executor.root() instanceof Root.This && way.stream().allMatch(Place.Step::outer);
    return ours || executor.isGlobal() && way.isEmpty();
  }

  /** How many executors of the kind the field's owner has. */
  private long alike(FieldRef field) {
    return flows.hierarchy().find(field.owner()).stream()
        .flatMap(c -> c.fields().stream())
        .filter(f -> f.ref().type().equals(field.type()))
        .count();
  }

  private void collect(MethodRef method, Set<String> names, Set<MethodRef> seen) {
    if (!seen.add(method)) {
      return;
    }
    if (asserting.containsKey(method)) {
      names.add(asserting.get(method));
      return;
    }
    Set<String> by = tasks.getOrDefault(method, Set.of());
    List<Callers.Caller> plain = flows.callers().of(method);
    List<MethodFlow> now = running.getOrDefault(method, List.of());
    names.addAll(by);
    boolean called = !plain.isEmpty() || !now.isEmpty();
    if (by.isEmpty() && (!called || flows.callers().open(method))) {
      names.add(ANY);
      return;
    }
    for (Callers.Caller caller : plain) {
      MethodRef in = caller.in().method().ref();
      if (!(caller.self() && in.isConstructor())) {
        collect(in, names, seen);
      }
    }
    now.forEach(in -> collect(in.method().ref(), names, seen));
  }
}
