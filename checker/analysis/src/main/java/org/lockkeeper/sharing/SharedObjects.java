package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.FieldUses;
import org.lockkeeper.flow.Flows;
import org.lockkeeper.flow.HandedLocks;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Site;

/** Objects that several tasks are given, and which of their methods the tasks call. */
final class SharedObjects {
  private final Flows flows;
  private final FieldUses uses;
  private final Captures captures;
  private final Map<Identity, Map<Started, Set<MethodRef>>> calls = new LinkedHashMap<>();
  private final Map<FieldRef, Integer> inputs = new HashMap<>();
  private final Map<String, Set<Identity>> byType = new HashMap<>();

  /** One object: what an operation of a method made, or what a field holds. */
  private record Identity(MethodRef maker, Place place) {}

  /**
   * A task is handed to a thread.
   *
   * @param again whether that happens in a loop which does not make the object
   */
  private record Started(MethodRef task, Site site, boolean again) {}

  SharedObjects(Flows flows, FieldUses uses, Captures captures) {
    this.flows = flows;
    this.uses = uses;
    this.captures = captures;
  }

  /** Takes in a task that is handed to a thread of its own or to a pool. */
  void started(MethodFlow in, int op, Site site, Handoffs.Handoff h, List<Loops.Loop> loops) {
    MethodFlow body = flows.flow(h.target().ref()).orElse(null);
    if (body == null) {
      return;
    }
    for (Sym arg : h.args()) {
      if (arg instanceof Sym.At at && h.target().isLambda() && fresh(at.place())) {
        note(new Identity(in.method().ref(), at.place()), in, op, site, h, loops, null);
      }
    }
    Set<MethodRef> own = new LinkedHashSet<>();
    reach(h.target().ref(), own);
    for (MethodRef each : own) {
      flows.flow(each).ifPresent(f -> given(f, in, op, site, h, loops));
    }
  }

  /** Objects that the task was given and that a method of it calls or writes to. */
  private void given(
      MethodFlow body,
      MethodFlow in,
      int op,
      Site site,
      Handoffs.Handoff h,
      List<Loops.Loop> loops) {
    body.calls(
        (call, n) -> {
          Sym on = Knowledge.receiver(call, n, body);
          Optional<Identity> object =
              on instanceof Sym.At at ? identity(at.place(), body, in, h) : Optional.empty();
          for (MethodInfo m :
              object.isPresent() ? flows.targets(call, on) : List.<MethodInfo>of()) {
            note(object.get(), in, op, site, h, loops, m.ref());
          }
        });
    for (Access a : flows.accesses(body.method().ref())) {
      boolean writes = a.kind() == Access.Kind.WRITE && a.via().isEmpty();
      Place written = array(a.target()).orElse(a.target());
      writes &= written != a.target() || a.target().field().isPresent();
      boolean inside = written != a.target() && written.path().size() == 1;
      if (writes && (inside || written.path().size() == 2)) {
        identity(inside ? written : written.parent(), body, in, h)
            .ifPresent(object -> note(object, in, op, site, h, loops, body.method().ref()));
      }
    }
  }

  /** The array of which a certain element is meant; others may be a slot for each task. */
  static Optional<Place> array(Place place) {
    boolean element = place.last().filter(s -> s.toString().matches("\\[\\d+\\]")).isPresent();
    return element ? Optional.of(place.parent()) : Optional.empty();
  }

  private static boolean fresh(Place place) {
    return place.root() instanceof Root.Fresh && place.path().isEmpty();
  }

  private void note(
      Identity object,
      MethodFlow in,
      int op,
      Site site,
      Handoffs.Handoff h,
      List<Loops.Loop> loops,
      MethodRef method) {
    boolean again = false;
    for (Loops.Loop loop : loops) {
      boolean made =
          in.method().ref().equals(object.maker())
              && object.place().root() instanceof Root.Fresh f
              && loop.blocks().get(in.blockOf(f.op()));
      again |= loop.blocks().get(in.blockOf(op)) && !made;
    }
    Set<MethodRef> reached =
        calls
            .computeIfAbsent(object, k -> new LinkedHashMap<>())
            .computeIfAbsent(
                new Started(h.target().ref(), site, again), k -> new LinkedHashSet<>());
    byType.computeIfAbsent(object.place().type(), k -> new LinkedHashSet<>()).add(object);
    if (method != null) {
      reach(method, reached);
    }
  }

  /** The method and those of its class that it calls on the same object. */
  private void reach(MethodRef method, Set<MethodRef> into) {
    if (into.add(method)) {
      flows
          .flow(method)
          .ifPresent(
              f ->
                  f.calls(
                      (call, n) -> {
                        Sym on = Knowledge.receiver(call, n, f);
                        boolean self =
                            on instanceof Sym.At at
                                && at.place().path().isEmpty()
                                && at.place().root() instanceof Root.This;
                        for (MethodInfo m :
                            self ? flows.targets(call, on) : List.<MethodInfo>of()) {
                          reach(m.ref(), into);
                        }
                      }));
    }
  }

  private Optional<Identity> identity(
      Place place, MethodFlow body, MethodFlow in, Handoffs.Handoff h) {
    if (place.isGlobal()) {
      return Optional.of(new Identity(null, place));
    }
    Optional<Captures.Captured> outer = captures.resolve(place, body);
    if (outer.isPresent()) {
      return fresh(outer.get().place())
          ? Optional.of(new Identity(outer.get().maker().method().ref(), outer.get().place()))
          : Optional.empty();
    }
    boolean field =
        place.root() instanceof Root.This
            && place.path().size() == 1
            && place.path().get(0) instanceof Step.Field;
    if (!field) {
      return Optional.empty();
    }
    FieldRef ref = ((Step.Field) place.path().get(0)).ref();
    return h.target().isLambda()
        ? Optional.of(new Identity(null, place))
        : passed(ref, in, h).map(p -> new Identity(in.method().ref(), p));
  }

  /** What the constructor of the task was given for a field. */
  private Optional<Place> passed(FieldRef field, MethodFlow in, Handoffs.Handoff h) {
    Sym task = h.args().length > 0 ? h.args()[0] : null;
    if (!(task instanceof Sym.At at) || !fresh(at.place())) {
      return Optional.empty();
    }
    Sym[] args = in.args(in.maker(at.place().root()));
    int index = inputs.computeIfAbsent(field, this::input) + 1;
    return index > 0 && index < args.length && args[index] instanceof Sym.At given
        ? Optional.of(given.place()).filter(p -> fresh(p) || p.isGlobal())
        : Optional.empty();
  }

  /** Whether a constructor is given what the field holds. */
  boolean given(FieldRef field) {
    return inputs.computeIfAbsent(field, this::input) >= 0;
  }

  private int input(FieldRef field) {
    int found = -1;
    for (MethodInfo m :
        flows.hierarchy().find(field.owner()).map(ClassInfo::methods).orElse(List.of())) {
      int kept = m.ref().isConstructor() ? HandedLocks.input(flows, m, field) : -1;
      found = kept < 0 ? found : kept;
    }
    return found;
  }

  /** Why two tasks may change a field of one object at once. */
  Optional<String> reason(FieldRef field, Place on, MethodFlow flow) {
    Set<MethodRef> writers = new LinkedHashSet<>();
    for (FieldUses.Use use : uses.of(field)) {
      if (use.access().changes() && !use.access().owned()) {
        writers.add(use.method());
      }
    }
    for (Identity object : byType.getOrDefault(on.type(), Set.of())) {
      List<Started> changing = new ArrayList<>();
      boolean here = false;
      for (Map.Entry<Started, Set<MethodRef>> e : calls.get(object).entrySet()) {
        here |= e.getValue().contains(flow.method().ref());
        if (e.getValue().stream().anyMatch(writers::contains)) {
          changing.add(e.getKey());
        }
      }
      Optional<String> twice = here ? twice(changing) : Optional.empty();
      if (twice.isPresent()) {
        return twice;
      }
    }
    return Optional.empty();
  }

  /** Why several tasks share what was captured. */
  Optional<String> reason(Captures.Captured outer) {
    Identity object = new Identity(outer.maker().method().ref(), outer.place());
    return twice(new ArrayList<>(calls.getOrDefault(object, Map.of()).keySet()));
  }

  private static Optional<String> twice(List<Started> all) {
    for (Started s : all) {
      if (s.again() || all.size() > 1) {
        String line = all.get(all.size() - 1).site().line() + ")";
        return Optional.of("several tasks are given the same object (line " + line);
      }
    }
    return Optional.empty();
  }
}
