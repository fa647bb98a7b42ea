package org.lockkeeper.flow;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/** References to guarded objects that touch nothing, and to methods that run elsewhere. */
final class References {
  private final Flows flows;
  private final MethodFlow flow;
  private Set<Integer> later;

  /** In one solved method. */
  References(Flows flows, MethodFlow flow) {
    this.flows = flows;
    this.flow = flow;
  }

  /** What an operation calls, or the method that it refers to. */
  Optional<Op.Call> called(Op op) {
    if (op instanceof Op.New made) {
      return made.function()
          .filter(f -> !f.body())
          .map(
              f ->
                  new Op.Call(
                      Optional.empty(), f.target(), f.dispatch(), f.captures(), made.site()));
    }
    return op instanceof Op.Call call ? Optional.of(call) : Optional.empty();
  }

  /** Whether the function object that an operation makes is handed to code that runs it later. */
  boolean later(int made) {
    if (later == null) {
      later = new LinkedHashSet<>();
      flow.calls(
          (call, n) -> {
            for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
              int index = h.position() + (call.dispatch() != Op.Dispatch.STATIC ? 1 : 0);
              Sym arg = h.later() ? flow.args(n)[index] : null;
              for (Sym option : arg == null ? java.util.List.<Sym>of() : arg.options()) {
                if (option instanceof Sym.At at && at.place().root() instanceof Root.Fresh f) {
                  later.add(f.op());
                }
              }
            }
          });
    }
    return later.contains(made);
  }

  /**
   * Whether a read takes the guarded object for the lock that it is, or, where the object guards
   * itself, returns or keeps the reference alone.
   */
  static boolean only(Access read, boolean itself, MethodFlow flow) {
    return locks(read.op(), flow)
        || itself && flow.op(read.op()) instanceof Op.Read r && passedOn(r, flow);
  }

  private static boolean passedOn(Op.Read read, MethodFlow flow) {
    for (int n = 0; n < flow.ops(); n++) {
      Op op = flow.op(n);
      boolean on = op instanceof Op.Write w && w.value().equals(read.to());
      if (!on && !(op instanceof Op.Return) && Operands.used(op).contains(read.to())) {
        return false;
      }
    }
    return true;
  }

  private static boolean locks(int read, MethodFlow flow) {
    int next = read + 1;
    int block = flow.blockOf(read);
    if (next >= flow.ops() || flow.blockOf(next) != block) {
      return false;
    }
    return flow.op(next) instanceof Op.Enter
        || flow.op(next) instanceof Op.Copy
            && next + 1 < flow.ops()
            && flow.op(next + 1) instanceof Op.Enter;
  }
}
