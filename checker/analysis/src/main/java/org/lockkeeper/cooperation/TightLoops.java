package org.lockkeeper.cooperation;

import java.util.List;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/** Loops whose rounds are so short that letting others run in each of them would cost more. */
final class TightLoops {
  /** Most operations of a short round. */
  private static final int SHORT = 40;

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  private final Flows flows;

  TightLoops(Flows flows) {
    this.flows = flows;
  }

  /** Whether the innermost loop of a statement does next to nothing in a round. */
  boolean tight(MethodFlow flow, Site statement) {
    Loops loops = new Loops(flow);
    for (Loops.Loop loop : loops.all()) {
      if (loop.site().equals(statement)) {
        return loops.all().stream().noneMatch(l -> inside(l, loop)) && isShort(flow, loop);
      }
    }
    return false;
  }

  private static boolean inside(Loops.Loop inner, Loops.Loop outer) {
    return inner != outer && outer.blocks().get(inner.head());
  }

  private boolean isShort(MethodFlow flow, Loops.Loop loop) {
    int ops = 0;
    for (Block block : flow.body().blocks()) {
      if (loop.blocks().get(block.index())) {
        ops += block.ops().size();
        if (!block.ops().stream().allMatch(op -> isCheap(op, 0))) {
          return false;
        }
      }
    }
    return ops <= SHORT;
  }

  private boolean isCheap(Op op, int depth) {
    boolean locks = op instanceof Op.Enter || op instanceof Op.New;
    return !locks && (!(op instanceof Op.Call call) || isCheap(call, depth));
  }

  private boolean isCheap(Op.Call call, int depth) {
    List<MethodInfo> targets = flows.targets(call, null);
    if (targets.isEmpty()) {
      return isCheap(call.method());
    }
    return depth == 0 && targets.stream().allMatch(t -> isCheap(t, depth));
  }

  /** A body that is short itself, such as a getter. */
  private boolean isCheap(MethodInfo target, int depth) {
    MethodFlow inner = flows.flow(target.ref()).orElse(null);
    return inner != null
        && inner.ops() <= SHORT / 2
        && new Loops(inner).all().isEmpty()
        && inner.body().blocks().stream()
            .allMatch(b -> b.ops().stream().allMatch(o -> isCheap(o, depth + 1)));
  }

  /** One step of a collection or an atomic, or a number made of numbers. */
  private boolean isCheap(MethodRef method) {
    boolean numbers =
        PRIMITIVES.contains(method.returns()) && PRIMITIVES.containsAll(method.params());
    boolean step =
        flows.book().says(Fact.Checks.class, method)
            || flows.book().says(Fact.Atomic.class, method);
    return !flows.book().says(Fact.Iterates.class, method) && (numbers || step);
  }
}
