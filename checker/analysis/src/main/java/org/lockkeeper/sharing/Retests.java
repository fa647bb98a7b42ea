package org.lockkeeper.sharing;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.EnsuredUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Harmless;
import org.lockkeeper.interprocedural.HeededActs;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/** Helpers that look for themselves before they act: a test before them only saves the call. */
final class Retests {
  private final Flows flows;

  Retests(Flows flows) {
    this.flows = flows;
  }

  /**
   * Whether a helper tests what it writes.
   *
   * @param failing whether it may throw when the answer has changed
   */
  boolean asks(Access act, MethodFlow flow, boolean failing) {
    if (act.kind() != Access.Kind.WRITE || !(flow.op(act.op()) instanceof Op.Call call)) {
      return false;
    }
    if (testedInside(act, failing)) {
      return true;
    }
    Optional<FieldRef> field = act.target().field();
    List<MethodInfo> targets = flow.targets(call);
    for (MethodInfo target : targets) {
      MethodFlow helper = flows.flow(target.ref()).orElse(null);
      boolean looks = helper != null && field.isPresent();
      if (!looks || !decides(field.get(), helper, failing)) {
        return false;
      }
    }
    return !targets.isEmpty();
  }

  private boolean testedInside(Access act, boolean failing) {
    Access inside = flows.inside(act).orElse(null);
    if (inside == null) {
      return false;
    }
    MethodRef helper = act.via().get(0).callee();
    return tested(inside, flows.accesses(helper), flows.flow(helper).orElseThrow(), failing)
        || testedInside(inside, failing);
  }

  private boolean decides(FieldRef field, MethodFlow helper, boolean failing) {
    List<Access> accesses = flows.accesses(helper.method().ref());
    boolean writes = false;
    boolean all = true;
    for (Access a : accesses) {
      if (a.kind() == Access.Kind.WRITE && a.target().field().filter(field::equals).isPresent()) {
        writes = true;
        all &= tested(a, accesses, helper, failing);
      }
    }
    return writes && all;
  }

  private boolean tested(Access write, List<Access> accesses, MethodFlow helper, boolean failing) {
    for (Access read : accesses) {
      if (read.kind() == Access.Kind.READ
          && read.target().equals(write.target())
          && (validated(write, read, helper)
              || new Decisions(helper, read.op())
                  .over(write.op())
                  .filter(d -> failing || !new Harmless(helper).refuses(d))
                  .isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** {@code state = state.next(wanted)}, which throws for what may not come next. */
  private boolean validated(Access write, Access read, MethodFlow helper) {
    boolean[] found = new boolean[1];
    if (write.via().isEmpty() && helper.op(write.op()) instanceof Op.Write w) {
      helper.calls(
          (call, n) -> {
            boolean result = call.to().isPresent() && call.to().get().equals(w.value());
            found[0] |= result && of(read, call, n, helper) && refuses(call, n, helper);
          });
    }
    return found[0];
  }

  private static boolean of(Access read, Op.Call call, int n, MethodFlow helper) {
    return call.dispatch() != Op.Dispatch.STATIC
        && helper.args(n)[0] instanceof Sym.At on
        && on.origin() == read.op();
  }

  private boolean refuses(Op.Call call, int n, MethodFlow helper) {
    List<MethodInfo> targets = flows.targets(call, n, helper);
    return !targets.isEmpty() && targets.stream().allMatch(this::refuses);
  }

  private boolean refuses(MethodInfo m) {
    return m.body().stream()
        .flatMap(b -> b.blocks().stream())
        .flatMap(b -> b.ops().stream())
        .anyMatch(op -> op instanceof Op.Return r && r.thrown());
  }

  /** Whether a helper writes what it computes without anything that it was given. */
  boolean ignoresCaller(Access write) {
    Access inside = flows.inside(write).orElse(null);
    if (inside == null || !inside.via().isEmpty()) {
      return inside != null && ignoresCaller(inside);
    }
    return inside.value() instanceof Sym.Calc sum
        && sum.leaves().stream().noneMatch(leaf -> Sym.parameter(leaf) >= 0);
  }

  /** A helper that looks whether it got anything, or puts something there first. */
  boolean heeded(Access use) {
    Access inside = flows.inside(use).orElse(null);
    if (inside == null || !inside.via().isEmpty()) {
      return inside != null && heeded(inside);
    }
    MethodRef helper = use.via().get(0).callee();
    MethodFlow flow = flows.flow(helper).orElseThrow();
    HeededActs acts = new HeededActs(flow, flows.accesses(helper));
    boolean ensured = new EnsuredUses(flow, flows.accesses(helper)).sure(inside);
    return ensured || acts.heeded(inside) && !acts.fails(inside);
  }
}
