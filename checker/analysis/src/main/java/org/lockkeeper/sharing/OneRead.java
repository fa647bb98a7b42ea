package org.lockkeeper.sharing;

import java.util.List;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;

/**
 * {@code list = this.list; if (list.size() == 1) return list.get(0)}: what is asked and what is
 * used are one and the same list, whatever another test asked before.
 */
final class OneRead {
  private OneRead() {}

  /** Whether what the action uses was asked itself, and that decides the action. */
  static boolean decides(CheckThenActs.Pair pair, MethodFlow flow, List<Access> accesses) {
    int used = pair.act().via().isEmpty() ? object(pair.act(), flow) : -1;
    for (Access asks : used < 0 ? List.<Access>of() : accesses) {
      boolean same =
          asks.kind() == Kind.CHECK && asks.via().isEmpty() && object(asks, flow) == used;
      boolean here = asks.op() == pair.check().op();
      if (same && (here || new Decisions(flow, asks.op()).over(pair.act().op()).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** The operation that the object of a call comes from; -1 where that is unknown. */
  private static int object(Access a, MethodFlow flow) {
    Sym[] args = a.call() == null ? new Sym[0] : flow.args(a.op());
    return args.length > 0 && args[0] instanceof Sym.At on ? on.origin() : -1;
  }
}
