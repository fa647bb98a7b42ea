package org.lockkeeper.cooperation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;

/** Tests that come out true every so many rounds. */
final class Periods {
  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final FieldUses uses;

  Periods(MethodFlow flow, Knowledge knowledge, FieldUses uses) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.uses = uses;
  }

  /** {@code n % 1000 == 0}, {@code --budget == 0}: true every so many rounds. */
  boolean is(Op.Test test, int block, Point at) {
    boolean literal = at.sym(test.right()) instanceof Sym.Lit;
    return literal
        && test.relation() != Relation.NE
        && at.sym(test.left()) instanceof Sym.Calc c
        && c.parts().size() == 2
        && c.parts().get(1) instanceof Sym.Lit
        && Sym.parameter(c.parts().get(0)) < 0
        && Set.of("%", "&", "+", "-").contains(c.operator())
        && moves(c.parts().get(0), block);
  }

  /** Whether what is counted moves on between two tests: no field or answer that stays. */
  private boolean moves(Sym counted, int block) {
    if (!(counted instanceof Sym.At at) || Phi.made(at)) {
      return true;
    }
    Optional<FieldRef> field = at.place().field();
    if (field.isPresent()) {
      Set<MethodRef> here = new HashSet<>(Set.of(flow.method().ref()));
      flow.calls((call, n) -> knowledge.targets(call, n, flow).forEach(t -> here.add(t.ref())));
      return uses.of(field.get()).stream()
          .anyMatch(u -> u.access().changes() && here.contains(u.method()));
    }
    int from = at.origin();
    return from < 0 || from >= flow.ops() || flow.reaches(block, flow.blockOf(from));
  }
}
