package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Harmless;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Steps that set an object up before anybody shares it: {@code builder.name(n).group(g)}, where
 * each call gives the object back, and refuses to be called twice.
 */
final class SetUp {
  private final Flows flows;
  private final FieldUses uses;

  SetUp(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether what a caller gave is written to the object that comes back. */
  boolean is(CheckThenActs.Pair pair, MethodFlow flow) {
    Access act = pair.act();
    Optional<FieldRef> field = act.call() == null ? act.target().field() : Optional.empty();
    boolean given = act.value() instanceof Sym.At v && v.place().root() instanceof Root.Param;
    return field.isPresent()
        && given
        && act.target().root() instanceof Root.This
        && act.target().path().size() == 1
        && new Harmless(flow).refuses(pair.decision())
        && uses.unlocked(field.get())
        && givesBack(flow, 1);
  }

  /** Whether every answer is the object itself, maybe as {@code self()} tells it. */
  private boolean givesBack(MethodFlow flow, int helpers) {
    boolean[] all = {!flow.method().isStatic()};
    boolean[] some = {false};
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && !r.thrown()) {
            Sym answer = r.value().map(at::sym).orElse(null);
            all[0] &= itself(answer, flow, helpers);
            some[0] = true;
          }
        });
    return all[0] && some[0];
  }

  private boolean itself(Sym answer, MethodFlow flow, int helpers) {
    if (!(answer instanceof Sym.At at)) {
      return false;
    }
    if (at.place().root() instanceof Root.This) {
      return at.place().path().isEmpty();
    }
    boolean called =
        helpers > 0
            && at.origin() >= 0
            && flow.op(at.origin()) instanceof Op.Call call
            && call.method().params().isEmpty();
    if (!called || !own(flow.args(at.origin()))) {
      return false;
    }
    List<MethodInfo> targets = flow.targets((Op.Call) flow.op(at.origin()));
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(t -> flows.flow(t.ref()).filter(f -> givesBack(f, helpers - 1)).isPresent());
  }

  private static boolean own(Sym[] args) {
    return args.length == 1
        && args[0] instanceof Sym.At on
        && on.place().root() instanceof Root.This
        && on.place().path().isEmpty();
  }
}
