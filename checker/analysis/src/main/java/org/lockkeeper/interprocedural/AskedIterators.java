package org.lockkeeper.interprocedural;

import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;

/** {@code for (X x : all)}: the iterator itself says whether there is more. */
final class AskedIterators {
  private AskedIterators() {}

  /** Whether the answer of a call on the same iterator, in the same method, decides the access. */
  static boolean decide(Access act, MethodFlow flow) {
    boolean[] found = new boolean[1];
    flow.calls(
        (call, n) -> {
          Sym on = Knowledge.receiver(call, n, flow);
          found[0] |=
              n != act.op()
                  && on instanceof Sym.At at
                  && at.place().equals(act.target())
                  && new Decisions(flow, n).over(act.op()).isPresent();
        });
    return found[0];
  }
}
