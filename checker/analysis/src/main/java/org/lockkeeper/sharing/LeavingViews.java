package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.EntryLocks;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Live views, iterators and streams of guarded collections that a method makes under the lock and
 * returns: who gets them reads the collection when the lock is gone.
 */
final class LeavingViews {
  private final Flows flows;
  private final FieldUses uses;
  private final Rivals rivals;

  LeavingViews(Flows flows, FieldUses uses, Rivals rivals) {
    this.flows = flows;
    this.uses = uses;
    this.rivals = rivals;
  }

  /** In one solved method; a private helper's caller may hold the lock. */
  List<GuardContracts.Breach> all(MethodFlow flow) {
    List<GuardContracts.Breach> found = new ArrayList<>();
    if (flow.method().has(Modifier.PRIVATE) || flow.method().isLambda() || asksForLock(flow)) {
      return found;
    }
    Map<Integer, HeldLocks> made = new HashMap<>();
    Map<Integer, Sym.At> views = new LinkedHashMap<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call && at.held().all().stream().anyMatch(LeavingViews::taken)) {
            made.put(n, at.held());
          } else if (op instanceof Op.Return r && !r.thrown()) {
            r.value().map(v -> view(at.sym(v), flow)).ifPresent(v -> views.put(n, v));
          }
        });
    views.forEach(
        (n, view) -> {
          HeldLocks held = made.get(view.origin());
          if (held != null && changes(view.place(), flow)) {
            Place whole = Parts.container(view.place());
            Op.Call call = (Op.Call) flow.op(view.origin());
            found.add(leaves(Access.step(Access.Kind.ITERATE, whole, null, call, n, held)));
          }
        });
    return found;
  }

  private GuardContracts.Breach leaves(Access view) {
    FieldRef field = view.target().field().orElseThrow();
    Fact.GuardedBy by = flows.book().ofField(Fact.GuardedBy.class, field).get(0);
    String guard = String.join("`, `", by.guards());
    return new GuardContracts.Breach(
        view.site(),
        "`%s` of `%s` is returned and outlives `%s`".formatted(view.verb(), field.name(), guard),
        "returns a view of",
        field.name(),
        "`" + field.name() + "` is declared to be guarded by `" + guard + "`",
        "is read without the lock",
        "return a copy",
        rivals.of(field, view),
        Optional.empty(),
        view.held(),
        null);
  }

  private boolean asksForLock(MethodFlow flow) {
    return flows.book().says(Fact.Holds.class, flow.method().ref())
        || flows.book().says(Fact.GuardedBy.class, flow.method().ref());
  }

  private static boolean taken(HeldLocks.Held held) {
    return held.origin() != EntryLocks.INHERITED && !held.proved();
  }

  /** What is returned, or what a stream of it was made of. */
  private static Sym.At view(Sym returned, MethodFlow flow) {
    Sym.At at = returned instanceof Sym.At a && a.origin() >= 0 ? a : null;
    while (at != null && at.origin() >= 0 && !part(at.place())) {
      boolean stream =
          flow.op(at.origin()) instanceof Op.Call call
              && flow.works(call.method().owner(), Fact.Shape.STREAM)
              && flow.works(call.method().returns(), Fact.Shape.STREAM)
              && flow.args(at.origin()).length > 0;
      at = stream && flow.args(at.origin())[0] instanceof Sym.At on ? on : null;
    }
    return at != null && at.origin() >= 0 && flow.op(at.origin()) instanceof Op.Call ? at : null;
  }

  private static boolean part(Place place) {
    return place.last().filter(Place.Step.Part.class::isInstance).isPresent()
        && !Parts.isElement(place);
  }

  /** Whether somebody changes the collection in place, and it does not look after itself. */
  private boolean changes(Place view, MethodFlow flow) {
    Place whole = Parts.container(view);
    Optional<FieldRef> field = whole.field();
    return field.isPresent()
        && !flows.book().ofField(Fact.GuardedBy.class, field.get()).isEmpty()
        && !uses.traits(whole, flow).contains(Trait.CONCURRENT)
        && uses.of(field.get()).stream()
            .map(FieldUses.Use::access)
            .anyMatch(a -> a.kind() == Access.Kind.ACT && !a.owned());
  }
}
