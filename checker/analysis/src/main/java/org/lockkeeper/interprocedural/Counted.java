package org.lockkeeper.interprocedural;

import java.util.Objects;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Counts of users that a shared map keeps by key: who takes one to zero is the last for the moment
 * only, since others still find the entry and count up again.
 */
final class Counted {
  private final Flows flows;
  private final FieldUses uses;

  Counted(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether an atomic step on what a map holds decides to remove an entry that others step on. */
  boolean shares(int claim, Access act, MethodFlow flow) {
    Place counter = counter(claim, flow);
    Place map = Parts.container(act.target());
    boolean removes = act.keyed() && flows.book().says(Fact.Removes.class, act.call());
    if (counter == null || !removes || map.field().isEmpty() || !found(counter, act, flow)) {
      return false;
    }
    for (FieldUses.Use use : uses.of(map.field().get())) {
      MethodFlow other = flows.flow(use.method()).orElse(null);
      if (other != null && use.access().keyed() && use.access().call() != null) {
        boolean[] otherwise = new boolean[1];
        other.calls(
            (call, n) ->
                otherwise[0] |=
                    counts(call, n, other, use.access().op(), counter)
                        && !same(claim, flow, n, other));
        if (otherwise[0]) {
          return true;
        }
      }
    }
    return false;
  }

  /** The counter came out of the map that the action changes. */
  private boolean found(Place counter, Access act, MethodFlow flow) {
    for (Access a : flows.accesses(flow.method().ref())) {
      boolean here = counter.root() instanceof Root.Unknown u && u.op() == a.op();
      if (here && a.keyed() && CheckThenActs.sameContainer(a.target(), act.target())) {
        return true;
      }
    }
    return false;
  }

  /** An atomic step on the counter of the entry that an operation has found. */
  private boolean counts(Op.Call call, int n, MethodFlow in, int entry, Place like) {
    Place counter = counter(n, in);
    return counter != null
        && counter.root() instanceof Root.Unknown u
        && u.op() == entry
        && counter.path().equals(like.path())
        && flows.meaning(call.method()).atomic();
  }

  /** The same step by the same amount. */
  private static boolean same(int a, MethodFlow one, int b, MethodFlow other) {
    Op.Call first = (Op.Call) one.op(a);
    Op.Call second = (Op.Call) other.op(b);
    return first.method().equals(second.method())
        && Objects.equals(amount(one.args(a)), amount(other.args(b)));
  }

  private static Object amount(Sym[] args) {
    return args.length > 1 && args[1] instanceof Sym.Lit l ? l.value() : args.length;
  }

  private static Place counter(int call, MethodFlow flow) {
    Sym on = Knowledge.receiver((Op.Call) flow.op(call), call, flow);
    Place place = on instanceof Sym.At at ? at.place() : null;
    return place != null && place.path().stream().allMatch(Step.Field.class::isInstance)
        ? place
        : null;
  }
}
