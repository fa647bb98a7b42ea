package org.lockkeeper.interprocedural;

import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;

/** Steps that take all there is at once: what a test before them told makes no difference. */
final class WholeSteps {
  private WholeSteps() {}

  /**
   * {@code queue.drainTo(batch)}, {@code sum += bytes.getAndSet(0)}: goes on with whatever is there
   * by then, be it nothing.
   */
  static boolean takes(Access act, MethodFlow flow) {
    if (!act.atomic() || act.keyed() || !act.via().isEmpty() || act.call().params().isEmpty()) {
      return false;
    }
    String given = act.call().params().get(0);
    boolean number = given.equals("int") || given.equals("long");
    return number
        ? act.call().returns().equals(given)
            && act.call().params().size() == 1
            && flow.meaning(act.call()).finds().isEmpty()
            && act.value() instanceof Sym.Lit
            && flow.op(act.op()) instanceof Op.Call c
            && !flow.drops(c, act.op())
        : flow.works(given, Fact.Shape.COLLECTION) && flow.meaning(act.call()).removes();
  }
}
