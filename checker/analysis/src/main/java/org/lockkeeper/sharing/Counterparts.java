package org.lockkeeper.sharing;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Steps of others that an action puts away. Two threads that set the same value, or take out the
 * same entry, come to the same: who loses by it is a thread that does the opposite.
 */
final class Counterparts {
  private final Flows flows;
  private final FieldUses uses;

  Counterparts(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** The first in the program; one of another method if there is any. */
  Optional<Access> of(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    if (removes(act) && act.keyed() && dropped(act, flow)) {
      return others(act, flow, (a, in) -> a.call() != null && !removes(a));
    }
    Sym ours = stored(act, flow);
    return constant(ours) && constant(pair.decision().right())
        ? others(act, flow, (a, in) -> spoils(stored(a, in), ours, pair.decision()))
        : Optional.empty();
  }

  /** Another value than the one that is written over it, which makes the test wrong. */
  private static boolean spoils(Sym theirs, Sym ours, Decisions.Decision d) {
    boolean tested = constant(theirs) && CheckThenActs.sameValue(theirs, d.right());
    boolean wrong =
        d.test().relation() == Op.Relation.EQ
            ? !tested
            : d.test().relation() == Op.Relation.NE && tested;
    return wrong && constant(theirs) && !CheckThenActs.sameValue(theirs, ours);
  }

  private Optional<Access> others(
      Access act, MethodFlow flow, BiPredicate<Access, MethodFlow> opposes) {
    Access found = null;
    for (FieldUses.Use use : uses.of(Parts.container(act.target()).field().orElse(null))) {
      Access a = use.access();
      MethodFlow in = flows.flow(use.method()).orElse(null);
      boolean opposite =
          in != null
              && a.kind() == act.kind()
              && !a.owned()
              && !use.method().isConstructor()
              && opposes.test(a, in);
      boolean other = !use.method().equals(flow.method().ref());
      if (opposite && other) {
        return Optional.of(a);
      }
      found = opposite && found == null && !a.site().equals(act.site()) ? a : found;
    }
    return Optional.ofNullable(found);
  }

  private boolean removes(Access act) {
    return act.call() != null && flows.meaning(act.call()).removes();
  }

  private static boolean dropped(Access act, MethodFlow flow) {
    return act.via().isEmpty()
        && flow.op(act.op()) instanceof Op.Call call
        && flow.drops(call, act.op());
  }

  /** What is written or set, by a helper or itself; {@code null} if it is no single value. */
  Sym stored(Access act) {
    MethodFlow in = flows.flow(act.site().in()).orElse(null);
    return in == null ? null : stored(act, in);
  }

  private Sym stored(Access act, MethodFlow flow) {
    if (!act.via().isEmpty()) {
      MethodFlow helper = flows.flow(act.via().get(0).callee()).orElse(null);
      Optional<Access> inside = flows.inside(act);
      return helper == null || inside.isEmpty() ? null : stored(inside.get(), helper);
    }
    if (act.call() == null) {
      return act.value();
    }
    Sym[] args = flow.args(act.op());
    return act.keyed() || args.length < 2 ? null : args[args.length - 1];
  }

  /** A literal, or a constant such as one of an enumeration. */
  private static boolean constant(Sym value) {
    return value instanceof Sym.Lit
        || value instanceof Sym.At at
            && at.place().root() instanceof Root.Static
            && at.place().isGlobal();
  }
}
