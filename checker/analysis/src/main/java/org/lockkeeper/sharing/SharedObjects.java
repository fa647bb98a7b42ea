package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.AfterStart;
import org.lockkeeper.interprocedural.Claims;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.sharing.Identities.Identity;
import org.lockkeeper.sharing.RepeatedStarts.Rounds;

/**
 * Objects that several tasks are given, which of their methods the tasks call, and what these get
 * out of them and call in turn.
 */
final class SharedObjects {
  /** Objects inside each other that are followed. */
  private static final int MAX_INSIDE = 3;

  private final Flows flows;
  private final FieldUses uses;
  private final Captures captures;
  private final Identities objects;
  private final Claims claims;
  private final Map<Identity, Map<Started, Set<MethodRef>>> calls = new LinkedHashMap<>();
  private final Map<String, Set<Identity>> byType = new HashMap<>();
  private final Map<Identity, Set<Client>> clients = new HashMap<>();
  private final LockedCalls<Identity> locks = new LockedCalls<>();

  /** Where a task calls one, as the method that does so names it. */
  private record Client(MethodRef in, Place place) {}

  private final Set<Lent> lent = new HashSet<>();

  /** What a method was lent in a task that was started there. */
  private record Lent(Identity object, Place as, MethodRef in, Started by) {}

  SharedObjects(Flows flows, FieldUses uses, Captures captures) {
    this.flows = flows;
    this.uses = uses;
    this.captures = captures;
    this.objects = new Identities(flows, uses, captures);
    this.claims = new Claims(flows, uses);
  }

  /** Takes in a task that is handed to a thread of its own or to a pool. */
  void started(Handover h) {
    MethodFlow body = flows.flow(h.what().target().ref()).orElse(null);
    if (body == null) {
      return;
    }
    for (Sym arg : h.what().args()) {
      Optional<Identity> kept =
          arg instanceof Sym.At at ? objects.kept(at.place(), h.in(), h) : Optional.empty();
      if (kept.isPresent() && h.what().target().isLambda()) {
        note(kept.get(), h);
      } else if (kept.isPresent() && h.what().position() != Target.THIS) {
        locks.used(kept.get(), HeldLocks.NONE, lock -> Optional.empty());
        reach(kept.get(), h.what().target().ref(), note(kept.get(), h), 0);
      }
    }
    h.own(flows).forEach(each -> flows.flow(each).ifPresent(f -> given(f, h)));
  }

  /** What the starter of a task goes on to do with objects while the task may run. */
  void goesOn(AfterStart.Beside beside) {
    MethodFlow in = beside.starter();
    MethodRef starter = in.method().ref();
    Started by = new Started(starter, beside.site(), false, false, starter, -1, null);
    in.replay(
        (op, n, at) -> {
          Sym on = op instanceof Op.Call call ? Knowledge.receiver(call, n, in) : null;
          Optional<Identity> object =
              beside.ops().get(n) && on instanceof Sym.At its
                  ? objects.lasting(its.place(), in)
                  : Optional.empty();
          for (MethodInfo m :
              object.isPresent() ? flows.bodies((Op.Call) op, n, in) : List.<MethodInfo>of()) {
            Identity whole = object.get();
            locks.used(whole, at.held(), lock -> objects.lock(lock, in));
            reach(whole, m.ref(), by, 0);
          }
        });
    for (Access a : flows.accesses(starter)) {
      boolean field = a.target().field().isPresent();
      boolean writes = a.kind() == Access.Kind.WRITE && a.via().isEmpty();
      if (writes && beside.ops().get(a.op()) && (field || slot(a.target(), beside))) {
        Place object = a.target().parent();
        if (Identities.fresh(object)) {
          Identity whole = new Identity(starter, object);
          locks.used(whole, a.held(), lock -> objects.lock(lock, in));
          reached(whole, by).add(starter);
        }
      }
    }
  }

  /** Whether all tasks hold one lock whenever they use the object or what it is a part of. */
  private boolean locked(Identity object) {
    Identity whole = object;
    while (!locks.knows(whole) && !whole.place().path().isEmpty()) {
      whole = new Identity(whole.maker(), whole.place().parent());
    }
    return locks.always(whole);
  }

  /** Whether the task changes the element with the same number. */
  private boolean slot(Place place, AfterStart.Beside beside) {
    return Parts.isElement(place)
        && beside.task().stream()
            .flatMap(m -> flows.accesses(m).stream())
            .anyMatch(a -> a.changes() && a.target().last().equals(place.last()));
  }

  /** Objects that the task was given and that a method of it calls or writes to. */
  private void given(MethodFlow body, Handover h) {
    body.replay(
        (op, n, at) -> {
          Sym on = op instanceof Op.Call call ? Knowledge.receiver(call, n, body) : null;
          Optional<Identity> object =
              on instanceof Sym.At its ? objects.identity(its.place(), body, h) : Optional.empty();
          if (op instanceof Op.Call call) {
            lent(call, n, at, body, h);
          }
          if (object.isPresent()) {
            client(object.get(), body.method().ref(), ((Sym.At) on).place());
            locks.used(object.get(), at.held(), lock -> objects.lock(lock, body, h));
          }
          for (MethodInfo m :
              object.isPresent() ? flows.bodies((Op.Call) op, n, body) : List.<MethodInfo>of()) {
            reach(object.get(), m.ref(), note(object.get(), h), 0);
          }
        });
    for (Access a : flows.accesses(body.method().ref())) {
      boolean writes = a.kind() == Access.Kind.WRITE && a.via().isEmpty();
      Place written = CommonSlots.array(a.target(), body, flows).orElse(a.target());
      writes &= written != a.target() || a.target().field().isPresent();
      boolean inside = written != a.target() && written.path().size() == 1;
      if (writes && (inside || written.path().size() == 2)) {
        Optional<Identity> object = objects.identity(inside ? written : written.parent(), body, h);
        object.ifPresent(o -> locks.used(o, a.held(), lock -> objects.lock(lock, body, h)));
        object.ifPresent(o -> reached(o, note(o, h)).add(body.method().ref()));
      }
    }
  }

  private Started note(Identity object, Handover h) {
    MethodRef task = h.what().target().ref();
    boolean pooled = object.maker() == null && captures.pooled(task, uses).isPresent();
    boolean alone = h.beside() != null && !h.beside().again();
    boolean outside = !h.starter().method().ref().equals(object.maker());
    boolean looped = h.rounds() == Rounds.HELPER || h.rounds() == Rounds.STARTER && outside;
    for (Loops.Loop loop : alone ? List.<Loops.Loop>of() : h.loops()) {
      looped |= h.starts(loop) && !h.remakes(object.maker(), object.place(), loop);
    }
    boolean again = looped || pooled && object.place().path().size() <= 1;
    MethodRef in = h.starter().method().ref();
    Started by = new Started(task, h.site(), looped, again, in, h.chain(), h.beside());
    reached(object, by);
    return by;
  }

  private Set<MethodRef> reached(Identity object, Started by) {
    byType.computeIfAbsent(object.place().type(), k -> new LinkedHashSet<>()).add(object);
    return calls
        .computeIfAbsent(object, k -> new LinkedHashMap<>())
        .computeIfAbsent(by, k -> new LinkedHashSet<>());
  }

  /** A method that is called on a shared object, and what that calls on it or on parts of it. */
  private void reach(Identity object, MethodRef method, Started by, int depth) {
    MethodFlow flow = flows.flow(method).orElse(null);
    if (!reached(object, by).add(method) || flow == null) {
      return;
    }
    byType.computeIfAbsent(method.owner(), k -> new LinkedHashSet<>()).add(object);
    BitSet locked = depth < MAX_INSIDE ? LockedCalls.in(flow, flows) : new BitSet();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call) {
            boolean alone = locked.get(n) || claims.wonOnSelf(flow, n);
            called(object, call, n, at, flow, by, depth, alone);
          }
        });
    for (Access a : depth < MAX_INSIDE ? flows.accesses(method) : List.<Access>of()) {
      boolean writes = a.kind() == Access.Kind.WRITE && a.via().isEmpty();
      if (writes && a.target().field().isPresent() && !locked.get(a.op())) {
        objects
            .inside(object, a.target().parent(), flow)
            .filter(part -> !part.equals(object))
            .ifPresent(part -> reached(part, by.inside()).add(method));
      }
    }
  }

  private void called(
      Identity object,
      Op.Call call,
      int n,
      Point at,
      MethodFlow flow,
      Started by,
      int depth,
      boolean alone) {
    Sym on = Knowledge.receiver(call, n, flow);
    Optional<Identity> callee =
        on instanceof Sym.At its ? objects.inside(object, its.place(), flow) : Optional.empty();
    boolean self = callee.filter(object::equals).isPresent();
    boolean followed = callee.isPresent() && (self || depth < MAX_INSIDE && !alone);
    for (MethodInfo m : followed ? flows.bodies(call, n, flow) : List.<MethodInfo>of()) {
      reach(callee.get(), m.ref(), self ? by : by.inside(), self ? depth : depth + 1);
    }
    for (Handoffs.Handoff h : flows.handoffs(call, n, flow)) {
      if (onSelf(h) && !h.later()) {
        reach(object, h.target().ref(), by, depth);
      }
    }
    MethodFlow only = depth < MAX_INSIDE && !alone ? only(call, n, flow) : null;
    if (only != null) {
      LentObjects.by(call, flow.args(n), at, only)
          .forEach(
              (as, place) ->
                  objects
                      .inside(object, place, flow)
                      .filter(part -> !part.equals(object))
                      .ifPresent(part -> lent(part, as, only, by.inside(), MAX_INSIDE - depth)));
    }
  }

  /** A function that works on the object of the method that makes it. */
  static boolean onSelf(Handoffs.Handoff h) {
    return h.receiver() && h.args()[0] instanceof Sym.At at && Identities.self(at.place());
  }

  private void client(Identity object, MethodRef in, Place as) {
    clients.computeIfAbsent(object, k -> new HashSet<>()).add(new Client(in, as));
  }

  /** Objects that a task passes on to what it calls, and holds no lock meanwhile. */
  private void lent(Op.Call call, int n, Point at, MethodFlow body, Handover h) {
    MethodFlow callee = at.held().isEmpty() ? only(call, n, body) : null;
    if (callee != null) {
      LentObjects.by(call, body.args(n), at, callee)
          .forEach(
              (as, place) ->
                  objects
                      .identity(place, body, h)
                      .ifPresent(
                          object -> {
                            locks.used(object, HeldLocks.NONE, lock -> Optional.empty());
                            lent(object, as, callee, note(object, h), MAX_INSIDE);
                          }));
    }
  }

  /** The only body that a call may mean. */
  private MethodFlow only(Op.Call call, int n, MethodFlow flow) {
    List<MethodInfo> targets = flows.targets(call, Knowledge.receiver(call, n, flow));
    return targets.size() == 1 ? flows.flow(targets.get(0).ref()).orElse(null) : null;
  }

  /** What a method, and those that it passes it on to, do to an object that it was lent. */
  private void lent(Identity object, Place as, MethodFlow flow, Started by, int depth) {
    MethodRef method = flow.method().ref();
    if (depth == 0 || !lent.add(new Lent(object, as, method, by))) {
      return;
    }
    reached(object, by);
    client(object, method, as);
    byType.computeIfAbsent(as.type(), k -> new LinkedHashSet<>()).add(object);
    BitSet locked = LockedCalls.in(flow, flows);
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && !locked.get(n)) {
            lent(object, as, call, n, at, flow, by, depth);
          }
        });
    for (Access a : flows.accesses(method)) {
      boolean writes = a.kind() == Access.Kind.WRITE && a.via().isEmpty();
      boolean its = a.target().field().isPresent() && a.target().parent().startsWith(as);
      if (writes && its && !locked.get(a.op())) {
        reached(part(object, as, a.target().parent()), by).add(method);
      }
    }
  }

  private void lent(
      Identity object,
      Place as,
      Op.Call call,
      int n,
      Point at,
      MethodFlow flow,
      Started by,
      int depth) {
    Place on = Knowledge.receiver(call, n, flow) instanceof Sym.At r ? r.place() : null;
    if (on != null && on.startsWith(as)) {
      Identity part = part(object, as, on);
      client(part, flow.method().ref(), on);
      flows.bodies(call, n, flow).forEach(m -> reach(part, m.ref(), by.inside(), 1));
    }
    MethodFlow callee = only(call, n, flow);
    if (callee != null) {
      if (on != null && Identities.self(on) && as.root().equals(on.root())) {
        lent(object, as, callee, by, depth - 1);
      }
      LentObjects.by(call, flow.args(n), at, callee)
          .forEach(
              (inner, place) -> {
                if (place.startsWith(as)) {
                  lent(part(object, as, place), inner, callee, by, depth - 1);
                }
              });
    }
  }

  private static Identity part(Identity object, Place as, Place place) {
    return new Identity(object.maker(), Obtained.further(object.place(), place, as.path().size()));
  }

  /** Whether a constructor is given what the field holds. */
  boolean given(FieldRef field) {
    return objects.given(field);
  }

  /** The array for one of its elements, and the way to what the method has from its own object. */
  Place whole(Place place, MethodFlow flow) {
    return objects.whole(place, flow);
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
      Client client = new Client(flow.method().ref(), on);
      boolean here = clients.getOrDefault(object, Set.of()).contains(client);
      for (Map.Entry<Started, Set<MethodRef>> e : calls.get(object).entrySet()) {
        here |= e.getValue().contains(flow.method().ref());
        if (e.getValue().stream().anyMatch(writers::contains)) {
          changing.add(e.getKey());
        }
      }
      Optional<String> twice =
          here && !locked(object) ? Started.twice(changing, flow) : Optional.empty();
      if (twice.isPresent()) {
        return twice;
      }
    }
    return Optional.empty();
  }

  /** Why several tasks share what was captured. */
  Optional<String> reason(Captures.Captured outer) {
    Identity object = new Identity(outer.maker().method().ref(), outer.place());
    return Started.twice(
        new ArrayList<>(calls.getOrDefault(object, Map.of()).keySet()), outer.maker());
  }
}
