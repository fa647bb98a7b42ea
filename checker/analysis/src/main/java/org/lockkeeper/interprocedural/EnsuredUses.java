package org.lockkeeper.interprocedural;

import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Sym;

/** Uses of a container behind steps of the same method that leave something in it. */
public record EnsuredUses(MethodFlow flow, List<Access> accesses) {
  /** {@code computeIfAbsent(key, …)} went before, or a loop over it: something is there. */
  public boolean sure(Access use) {
    for (Access other : accesses) {
      if (stepsThrough(other, use)) {
        return true;
      }
      if (other.kind() == Kind.ACT
          && other.atomic()
          && other.op() < use.op()
          && CheckThenActs.sameContainer(other.target(), use.target())
          && other.keyed()
          && new SameValues(flow).same(other.key(), use.key())
          && !flow.meaning(other.call()).removes()) {
        return true;
      }
    }
    return false;
  }

  /** {@code for (T t : list) if (ours(t)) return list.last()}: there is one element at least. */
  private boolean stepsThrough(Access other, Access use) {
    if (other.kind() != Kind.ITERATE
        || use.keyed()
        || !CheckThenActs.sameContainer(other.target(), use.target())) {
      return false;
    }
    boolean[] found = {false};
    flow.calls(
        (call, n) ->
            found[0] |=
                Knowledge.receiver(call, n, flow) instanceof Sym.At at
                    && at.origin() == other.op()
                    && new Decisions(flow, n).over(use.op()).filter(this::yes).isPresent());
    return found[0];
  }

  private boolean yes(Decisions.Decision d) {
    return d.right() instanceof Sym.Lit l
        && Outcomes.shows(Fact.When.IF_TRUE, d.test().relation(), l.value());
  }
}
