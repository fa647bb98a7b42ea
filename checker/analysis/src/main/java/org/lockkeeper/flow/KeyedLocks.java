package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.Optional;
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
    return container.then(element(key).orElseGet(() -> new Step.Part("[]", key.hashCode())), type);
  }

  /** The element under a key, where the key is a constant or has a name. */
  static Optional<Step.Part> element(Sym key) {
    String constant = constant(key);
    if (constant != null) {
      return Optional.of(new Step.Part("[" + constant + "]", 0));
    }
    return key.where().map(p -> new Step.Part("[" + p + "]", key.hashCode()));
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

  /** The object whose monitor is entered. */
  public static Place monitor(Value lock, Point at, MethodFlow flow, Knowledge knowledge) {
    Place place = at.place(lock);
    return place.type().equals("java.lang.Object")
        ? settled(place, place.type(), flow, knowledge)
        : place;
  }

  /** What a private method finds for its callers to lock. */
  public static Sym returned(Sym sym, MethodFlow flow, Knowledge knowledge) {
    boolean anything = flow.method().ref().returns().equals("java.lang.Object");
    return sym instanceof Sym.At at && anything && flow.method().has(Modifier.PRIVATE)
        ? new Sym.At(settled(at.place(), at.place().type(), flow, knowledge), at.origin())
        : sym;
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
