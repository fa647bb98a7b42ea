package org.lockkeeper.cooperation;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Slots;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;

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

  /**
   * {@code n % 1000 == 0}, {@code --budget == 0}, {@code n++ > 99}: every so many rounds.
   *
   * @param to the block that it leads to
   */
  boolean is(Op.Test test, int block, int to, Point at) {
    boolean literal = at.sym(test.right()) instanceof Sym.Lit;
    return literal
        && test.relation() != Relation.NE
        && (stepped(at.sym(test.left()), block, to) || counts(at.sym(test.left()), block));
  }

  private boolean counts(Sym counter, int block) {
    return counter instanceof Sym.Calc c
        && c.parts().size() == 2
        && c.parts().get(1) instanceof Sym.Lit
        && Sym.parameter(c.parts().get(0)) < 0
        && Set.of("%", "&", "+", "-").contains(c.operator())
        && moves(c.parts().get(0), block);
  }

  /** A variable that every round of the loop around the test takes a step further. */
  private boolean stepped(Sym counter, int block, int to) {
    if (!(counter instanceof Sym.At at) || !Phi.isNumber(at.place())) {
      return false;
    }
    int variable = Phi.variable(at.place(), new Slots(flow.body()));
    BitSet steps = new BitSet();
    for (Block b : flow.body().blocks()) {
      for (Op op : b.ops()) {
        boolean step = op instanceof Op.Copy c && c.to().index() == variable && step(c);
        steps.set(b.index(), steps.get(b.index()) || step);
      }
    }
    return new Loops(flow)
        .all().stream()
            .filter(l -> l.blocks().get(block))
            .min(Comparator.comparingInt(l -> l.blocks().cardinality()))
            .filter(l -> l.blocks().get(to) && !Loops.cycles(flow.body(), l, steps, new BitSet()))
            .isPresent();
  }

  private static boolean step(Op.Copy copy) {
    return Set.of("+", "-").contains(copy.operator())
        && copy.from().stream().anyMatch(Value.Const.class::isInstance);
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
