package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Objects of a class that others cannot name, which their owners make for themselves and use under
 * a lock of their own: {@code synchronized (pool) { factor.update(); }}. A part knows its owner's
 * lock by no name, so one stands for it.
 */
final class PartLocks {
  private static final Lock OWNERS =
      new Lock(Place.of(new Root.OwnThread("owner"), "java.lang.Object"), Mode.EXCLUSIVE);

  private final Flows flows;
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();
  private final Map<String, Set<String>> makers = new LinkedHashMap<>();
  private final Set<String> passedOn = new LinkedHashSet<>();

  /** A call of an owner to its part; {@code shapes} are the owner's locks among those held. */
  private record Use(String owner, Set<String> shapes, List<Lock> held) {}

  PartLocks(Flows flows) {
    this.flows = flows;
  }

  /** Takes note of who makes an object. */
  void made(Op.New made, MethodFlow in) {
    if (flows.hidden(made.type())) {
      makers
          .computeIfAbsent(made.type(), k -> new LinkedHashSet<>())
          .add(in.method().ref().owner());
    }
  }

  /** Takes note of parts that are given to somebody else. */
  void given(Op.Call call, Sym[] args) {
    for (int i = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1; i < args.length; i++) {
      Place place = place(args[i]);
      if (place != null && place.root() instanceof Root.This) {
        passedOn.add(place.type());
      }
    }
  }

  /** Takes note of a call; what is held there may grow later. */
  void call(String type, Sym[] args, MethodFlow in, List<Lock> held) {
    if (flows.hidden(type) && args.length > 0 && own(args[0], in)) {
      Use use = new Use(in.method().ref().owner(), shapes(held), held);
      uses.computeIfAbsent(type, k -> new ArrayList<>()).add(use);
    }
  }

  private Set<String> shapes(List<Lock> held) {
    Set<String> all = new LinkedHashSet<>();
    held.stream().filter(l -> l.exclusive() && fixed(l.place())).forEach(l -> all.add(l.shape()));
    return all;
  }

  /** What the caller's object has, or finds by a call of its own. */
  private static boolean own(Sym receiver, MethodFlow in) {
    Place place = place(receiver);
    if (place != null && place.root() instanceof Root.Unknown found && place.path().isEmpty()) {
      Sym[] args = found.op() < 0 ? null : in.args(found.op());
      return args != null && args.length > 0 && mine(place(args[0]));
    }
    return mine(place) && !place.path().isEmpty();
  }

  private static Place place(Sym value) {
    return value instanceof Sym.At at ? at.place() : null;
  }

  /** The object of the method or a part of it. */
  private static boolean mine(Place place) {
    return place != null
        && place.root() instanceof Root.This
        && place.path().stream().noneMatch(Step::outer);
  }

  /** The caller's object, or what it has for good. */
  private boolean fixed(Place lock) {
    return mine(lock) && lock.path().stream().allMatch(this::fixed);
  }

  private boolean fixed(Step step) {
    return step instanceof Step.Field f && flows.fixed(f.ref());
  }

  /** Adds the owner's lock to what the calls hold that are noted. */
  void settle() {
    for (Map.Entry<String, List<Use>> each : uses.entrySet()) {
      if (!passedOn.contains(each.getKey()) && madeByOwners(each.getKey(), each.getValue())) {
        for (Use use : each.getValue()) {
          if (alike(use, each.getValue())) {
            use.held().add(OWNERS);
          }
        }
      }
    }
  }

  private boolean madeByOwners(String type, List<Use> calls) {
    return makers.getOrDefault(type, Set.of()).stream()
        .allMatch(m -> calls.stream().anyMatch(c -> flows.hierarchy().isSubtype(m, c.owner())));
  }

  /** Whether every other call of the same kind of owner that locks has a lock in common. */
  private boolean alike(Use use, List<Use> calls) {
    Set<String> common = new LinkedHashSet<>(use.shapes());
    for (Use other : calls) {
      if (kin(use.owner(), other.owner()) && !other.shapes().isEmpty()) {
        common.retainAll(other.shapes());
      }
    }
    return !common.isEmpty();
  }

  private boolean kin(String a, String b) {
    return flows.hierarchy().isSubtype(a, b) || flows.hierarchy().isSubtype(b, a);
  }
}
