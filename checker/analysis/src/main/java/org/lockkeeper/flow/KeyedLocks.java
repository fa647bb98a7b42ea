package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;

/**
 * Locks that a container keeps by key, one for each account or file: the same key finds the same
 * lock.
 */
public final class KeyedLocks {
  private KeyedLocks() {}

  /** Where a container keeps what a call finds in it; empty for other calls. */
  static Optional<Place> found(Op.Call call, Sym[] args, Knowledge knowledge, String type) {
    Fact.Finds finds = knowledge.meaning(call.method()).finds().orElse(null);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Place container = finds == null ? null : Outcomes.target(finds.what(), args, receiver);
    Sym key = container == null ? null : Outcomes.argument(finds.what().key(), args, receiver);
    if (key == null || !kept(container)) {
      return Optional.empty();
    }
    return container.then(element(key).orElseGet(() -> new Step.Part("[]", told(key))), type);
  }

  /** Tells keys apart by what they are, wherever they were read or worked out. */
  static int told(Sym key) {
    if (key instanceof Sym.Calc calc) {
      int hash = calc.operator().hashCode();
      for (Sym part : calc.parts()) {
        hash = 31 * hash + told(part);
      }
      return hash;
    }
    return key instanceof Sym.At at ? at.place().hashCode() : Objects.hashCode(key);
  }

  /** The element under a key, where the key is a constant or has a name. */
  static Optional<Step.Part> element(Sym key) {
    String constant = constant(key);
    if (constant != null) {
      return Optional.of(new Step.Part("[" + constant + "]", 0));
    }
    return key.where().map(p -> new Step.Part("[" + p + "]", told(key)));
  }

  /** A literal or constant that is the same key in every thread; {@code null} for others. */
  static String constant(Sym key) {
    return key instanceof Sym.Lit lit
        ? String.valueOf(lit.value())
        : key instanceof Sym.At at && at.place().isGlobal() ? at.place().toString() : null;
  }

  /** In a field, or in a variable of the method that made it. */
  private static boolean kept(Place container) {
    return !container.path().isEmpty() || container.root() instanceof Root.Fresh;
  }

  /** What a variable holds, also where it is either what was put or what was there before. */
  private static Place place(Value lock, Point at, MethodFlow flow, Knowledge knowledge) {
    return agreed(at.sym(lock), lock.type(), flow, knowledge)
        .map(Sym.At::place)
        .orElseGet(() -> at.place(lock));
  }

  /**
   * What all find under a key whoever has put it there: {@code old = locks.putIfAbsent(key, mine)},
   * and then {@code old == null ? mine : old}; empty for other values.
   */
  static Optional<Sym.At> agreed(Sym sym, String type, MethodFlow flow, Knowledge knowledge) {
    if (!(sym instanceof Sym.Any any)) {
      return Optional.empty();
    }
    Set<Sym> made = new HashSet<>();
    Set<Sym> offered = new HashSet<>();
    Sym.At agreed = null;
    for (Sym option : any.options()) {
      if (Dispatch.made(option)) {
        made.add(option);
        continue;
      }
      int by = option instanceof Sym.At at ? at.origin() : -1;
      Sym[] args = by >= 0 && flow.op(by) instanceof Op.Call ? flow.args(by) : new Sym[0];
      Optional<Place> place =
          args.length > 0 ? found((Op.Call) flow.op(by), args, knowledge, type) : Optional.empty();
      if (place.isEmpty() || agreed != null && !agreed.place().equals(place.get())) {
        return Optional.empty();
      }
      agreed = new Sym.At(place.get(), by);
      offered.addAll(Arrays.asList(args));
    }
    return Optional.ofNullable(offered.containsAll(made) ? agreed : null);
  }

  /** The object whose monitor is entered. */
  public static Place monitor(Value lock, Point at, MethodFlow flow, Knowledge knowledge) {
    Place place = place(lock, at, flow, knowledge);
    return place.type().equals("java.lang.Object")
        ? settled(place, place.type(), flow, knowledge)
        : place;
  }

  /** What a method finds for its callers to lock. */
  public static Sym returned(Sym sym, MethodFlow flow, Knowledge knowledge) {
    String type = flow.method().ref().returns();
    boolean anything = type.equals("java.lang.Object");
    if (anything && flow.method().has(Modifier.ABSTRACT)) {
      return sym;
    }
    return sym instanceof Sym.At at && anything
        ? new Sym.At(settled(at.place(), at.place().type(), flow, knowledge), at.origin())
        : agreed(sym, type, flow, knowledge).map(Sym.class::cast).orElse(sym);
  }

  /** Where a container keeps it, if it was found there. */
  static Place settled(Place place, String type, MethodFlow flow, Knowledge knowledge) {
    return place.path().isEmpty()
            && place.root() instanceof Root.Unknown u
            && u.op() >= 0
            && flow.op(u.op()) instanceof Op.Call call
        ? found(call, flow.args(u.op()), knowledge, type).orElse(place)
        : place;
  }
}
