package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/** Calls whose result is complete only when all that they were given are, also through helpers. */
final class AllDone {
  private static final int MAX_HELPERS = 3;

  private final Flows flows;
  private final Map<MethodRef, Boolean> known = new HashMap<>();

  AllDone(Flows flows) {
    this.flows = flows;
  }

  /** Whether a callback is attached to what such a call made. */
  boolean before(int n, MethodFlow flow) {
    return Pipelines.stages(n, flow).stream()
        .anyMatch(s -> is(s.call(), s.number(), flow, MAX_HELPERS));
  }

  private boolean is(Op.Call call, int n, MethodFlow flow, int depth) {
    if (waits(call.method())) {
      return true;
    }
    boolean stage = depth > 0 && flow.works(call.method().returns(), Fact.Shape.FUTURE);
    List<MethodInfo> helpers = stage ? flows.bodies(call, n, flow) : List.of();
    return helpers.size() == 1 && helper(helpers.get(0), depth - 1);
  }

  private boolean helper(MethodInfo method, int depth) {
    Boolean answer = known.get(method.ref());
    if (answer == null) {
      answer = flows.flowAnywhere(method).filter(f -> answers(f, depth)).isPresent();
      known.put(method.ref(), answer);
    }
    return answer;
  }

  private boolean waits(MethodRef method) {
    return flows.book().all(Fact.Provides.class, method).stream()
        .anyMatch(f -> f.context().equals(Pipelines.DONE));
  }

  /** Whether a helper returns nothing else, but where there is nothing to wait for. */
  private boolean answers(MethodFlow helper, int depth) {
    boolean[] one = new boolean[1];
    boolean[] other = new boolean[1];
    helper.replay(
        (op, n, at) -> {
          if (op instanceof Op.Return ret && !ret.thrown() && !other[0]) {
            Sym value = ret.value().map(at::sym).orElse(null);
            for (Sym option : value == null ? List.<Sym>of() : value.options()) {
              int made = option instanceof Sym.At result ? result.origin() : -1;
              Op.Call call = made >= 0 && helper.op(made) instanceof Op.Call c ? c : null;
              boolean all = call != null && is(call, made, helper, depth);
              one[0] |= all;
              other[0] |= !all && (call == null || !complete(call.method()));
            }
            other[0] |= value == null;
          }
        });
    return one[0] && !other[0];
  }

  private boolean complete(MethodRef made) {
    return flows.book().all(Fact.Ready.class, made).stream()
        .anyMatch(f -> f.what().position() == Target.RESULT);
  }
}
