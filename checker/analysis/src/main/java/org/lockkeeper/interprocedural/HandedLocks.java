package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Locks that parts are handed by their owner: where everybody who makes a {@code Part} gives it
 * their own {@code lock}, or the maker of this very part does, the part's {@code lock} is another
 * name of it. An object around one lock stands for that lock.
 */
public final class HandedLocks {
  private final Flows flows;
  private final Map<FieldRef, Optional<FieldRef>> sources = new HashMap<>();
  private final Map<List<FieldRef>, Optional<Place>> partLocks = new HashMap<>();
  private Map<MethodRef, Set<Made>> made;

  /** What a constructor is given: the field that each argument was read from, or nothing. */
  private record Made(List<Optional<FieldRef>> given) {}

  /** Of a solved compilation. */
  public HandedLocks(Flows flows) {
    this.flows = flows;
  }

  /** Whether a lock that is held is the one that is wanted, by another name. */
  public boolean same(Place wanted, Place held) {
    return owners(wanted, held) || around(held, wanted);
  }

  /** Whether an object is there to lock its only lock for others: {@code lock.inner}. */
  private boolean around(Place inner, Place object) {
    Optional<FieldRef> field = inner.field();
    boolean part = !inner.path().isEmpty() && inner.parent().equals(object);
    if (!part || object.path().isEmpty() || isLock(object.type())) {
      return false;
    }
    if (field.isEmpty() || flows.homeMade().made(inner)) {
      return flows.homeMade().made(inner);
    }
    List<FieldInfo> locks =
        flows.hierarchy().find(object.type()).map(ClassInfo::fields).orElse(List.of()).stream()
            .filter(f -> isLock(f.ref().type()))
            .toList();
    return locks.size() == 1
        && locks.get(0).ref().equals(field.get())
        && locks.get(0).has(Modifier.FINAL)
        && locksForOthers(field.get());
  }

  /** Whether a method of the class returns with the lock held, or runs a function under it. */
  private boolean locksForOthers(FieldRef lock) {
    for (MethodInfo m : flows.hierarchy().find(lock.owner()).orElseThrow().methods()) {
      Summary summary = flows.summary(m.ref());
      List<Lock> held = new ArrayList<>(summary.gains());
      summary.gainsIf().values().forEach(held::addAll);
      summary.runsNow().forEach(r -> held.addAll(r.held()));
      if (held.stream().anyMatch(l -> l.place().field().filter(lock::equals).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Whether objects of a type are locked by their methods, not by their monitor. */
  public boolean isLock(String type) {
    return flows.book().ofType(Fact.Is.class, type).stream()
        .anyMatch(f -> f.trait() == Fact.Trait.LOCK);
  }

  /** What the lock of an object was called where the object was made and given it. */
  public Optional<Lock> given(Lock held, MethodFlow flow) {
    Place lock = held.place();
    FieldRef field = lock.field().orElse(null);
    if (field == null || !flows.fixed(field)) {
      return Optional.empty();
    }
    Place object = lock.parent();
    Optional<Place> own =
        object.root() instanceof Place.Root.Fresh && object.path().isEmpty()
            ? argument(flow.maker(object.root()), field, flow)
            : object.field().flatMap(f -> madeFor(f, field));
    Optional<Place> here =
        own.flatMap(
            p ->
                p.root() instanceof Place.Root.This && !object.path().isEmpty()
                    ? p.rebase(object.parent())
                    : Optional.of(p));
    return here.map(p -> Lock.of(p, held.mode()));
  }

  /** The argument of a constructor that ends up in a field of what it makes. */
  private Optional<Place> argument(int call, FieldRef field, MethodFlow flow) {
    if (call < 0 || !(flow.op(call) instanceof Op.Call made) || !made.method().isConstructor()) {
      return Optional.empty();
    }
    MethodInfo maker = flows.hierarchy().resolve(made.method()).orElse(null);
    int param = maker == null ? -1 : input(flows, maker, field);
    Sym[] args = flow.args(call);
    return param < 0 || param + 1 >= args.length || args[param + 1] == null
        ? Optional.empty()
        : args[param + 1].where();
  }

  /** What every constructor gives the object that it keeps in a field. */
  private Optional<Place> madeFor(FieldRef part, FieldRef field) {
    return partLocks.computeIfAbsent(List.of(part, field), k -> madeFor(part, field, part.owner()));
  }

  private Optional<Place> madeFor(FieldRef part, FieldRef field, String owner) {
    ClassInfo info = flows.hierarchy().find(owner).orElse(null);
    boolean fixed = info != null && flows.fixed(part);
    Set<Optional<Place>> all = new LinkedHashSet<>();
    for (MethodInfo m : fixed ? info.methods() : List.<MethodInfo>of()) {
      if (EntryLocks.makes(m)) {
        flows.flow(m.ref()).ifPresent(f -> kept(part, field, f, all));
      }
    }
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  private void kept(FieldRef part, FieldRef field, MethodFlow maker, Set<Optional<Place>> into) {
    maker.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().equals(part)) {
            Sym value = at.sym(w.value());
            into.add(
                value instanceof Sym.At made && made.place().path().isEmpty()
                    ? argument(maker.maker(made.place().root()), field, maker)
                    : Optional.empty());
          }
        });
  }

  /** Whether the lock of a part is its owner's, as far as one method names both. */
  private boolean owners(Place part, Place owner) {
    Optional<FieldRef> of = part.field();
    Optional<FieldRef> held = owner.field();
    return of.isPresent()
        && held.isPresent()
        && !of.equals(held)
        && part.root().equals(owner.root())
        && sources.computeIfAbsent(of.get(), this::source).equals(held);
  }

  private Optional<FieldRef> source(FieldRef field) {
    ClassInfo owner = flows.hierarchy().find(field.owner()).orElse(null);
    boolean fixed = owner != null && flows.fixed(field);
    Set<Optional<FieldRef>> all = new LinkedHashSet<>();
    for (MethodInfo m : fixed ? owner.methods() : List.<MethodInfo>of()) {
      if (m.ref().isConstructor()) {
        int param = input(flows, m, field);
        for (Made each : makers().getOrDefault(m.ref(), Set.of())) {
          all.add(param < 0 ? Optional.empty() : each.given().get(param));
        }
      }
    }
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  /** The parameter that a constructor keeps in a field; -1 for none. */
  public static int input(Flows flows, MethodInfo constructor, FieldRef field) {
    int[] found = {-1};
    flows
        .flow(constructor.ref())
        .ifPresent(
            f ->
                f.replay(
                    (op, n, at) -> {
                      if (op instanceof Op.Write w && w.slot().field().equals(field)) {
                        int param = Sym.parameter(at.sym(w.value()));
                        found[0] = param < 0 ? found[0] : param;
                      }
                    }));
    return found[0];
  }

  private Map<MethodRef, Set<Made>> makers() {
    if (made == null) {
      made = new HashMap<>();
      flows.all().forEach(flow -> flow.calls((call, n) -> collect(call, flow.args(n))));
    }
    return made;
  }

  private void collect(Op.Call call, Sym[] args) {
    if (call.method().isConstructor()) {
      made.computeIfAbsent(call.method(), k -> new LinkedHashSet<>()).add(given(args));
    }
  }

  private static Made given(Sym[] args) {
    return new Made(Arrays.stream(args).skip(1).map(HandedLocks::field).toList());
  }

  private static Optional<FieldRef> field(Sym arg) {
    return arg instanceof Sym.At at ? at.place().field() : Optional.empty();
  }
}
