package org.lockkeeper.sharing;

import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.ir.Op;

/** Tests of a field that ask something else than what other threads may write there. */
final class Asked {
  private Asked() {}

  /** Whether the test is of that kind. */
  static boolean another(CheckThenActs.Pair pair, MethodFlow flow) {
    return ofThisThread(pair, flow) || ofStep(pair, flow);
  }

  /** {@code if (owner == Thread.currentThread())}: nobody else makes it so, or not so. */
  private static boolean ofThisThread(CheckThenActs.Pair pair, MethodFlow flow) {
    Decisions.Decision d = pair.decision();
    return (d.test().relation() == Op.Relation.EQ || d.test().relation() == Op.Relation.NE)
        && (Confinement.runs(d.left(), flow) || Confinement.runs(d.right(), flow));
  }

  /** {@code if (!queue.offer(x)) … queue = null}: whether a step on what is there worked. */
  private static boolean ofStep(CheckThenActs.Pair pair, MethodFlow flow) {
    Sym left = pair.decision().left();
    boolean cleared = pair.act().kind() == Kind.WRITE && Unbroken.nothing(pair.act().value());
    return cleared
        && left != null
        && left.options().stream().anyMatch(o -> o instanceof Sym.At)
        && left.options().stream().allMatch(o -> o instanceof Sym.Lit || step(o, pair, flow));
  }

  private static boolean step(Sym answer, CheckThenActs.Pair pair, MethodFlow flow) {
    return answer instanceof Sym.At at
        && at.origin() >= 0
        && flow.op(at.origin()) instanceof Op.Call call
        && flow.meaning(call.method()).stores()
        && flow.args(at.origin())[0] instanceof Sym.At on
        && on.origin() == pair.check().op();
  }
}
