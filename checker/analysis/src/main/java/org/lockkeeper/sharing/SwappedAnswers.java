package org.lockkeeper.sharing;

import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HeededActs;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/**
 * Helpers that read a state, change it by compare-and-set, and answer what was there: a step that
 * also asks, like {@code getAndUpdate}, and no mere test.
 *
 * @param flows to look into helpers
 */
record SwappedAnswers(Flows flows) {

  /** Whether what a test reads in a helper goes into a compare-and-set there. */
  boolean decide(Access check) {
    Access read = check;
    MethodFlow in = null;
    while (!read.via().isEmpty()) {
      MethodRef helper = read.via().get(0).callee();
      Optional<Access> inside = flows.inside(read);
      if (inside.isEmpty()) {
        return false;
      }
      read = inside.get();
      in = flows.flow(helper).orElseThrow();
    }
    return in != null && swapped(read, in);
  }

  private static boolean swapped(Access read, MethodFlow in) {
    boolean[] found = new boolean[1];
    in.calls((call, n) -> found[0] |= swaps(call, n, read, in) && Decisions.tested(in, n));
    return found[0];
  }

  private static boolean swaps(Op.Call call, int n, Access read, MethodFlow in) {
    return in.meaning(call.method()).atomic()
        && HeededActs.expects(in, n, read.op())
        && Knowledge.receiver(call, n, in) instanceof Sym.At on
        && CheckThenActs.sameContainer(on.place(), read.target());
  }
}
