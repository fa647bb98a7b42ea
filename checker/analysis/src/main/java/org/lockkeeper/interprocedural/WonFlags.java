package org.lockkeeper.interprocedural;

import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * {@code if (map.putIfAbsent(key, task) == null) mine = true; … if (mine) …}: a variable that tells
 * whether a race was won decides what its test decides.
 */
final class WonFlags {
  private WonFlags() {}

  /** The operations that run only where a variable says that the race was won. */
  static IntPredicate of(Decisions decisions, IntPredicate won, MethodFlow flow) {
    Map<Value, SetFlags.Split> flags = new SetFlags(flow).telling(won);
    if (flags.isEmpty()) {
      return op -> false;
    }
    Decisions by = new Decisions(flow, decisions, flags.keySet());
    return op ->
        by.all().stream()
            .anyMatch(d -> d.region().get(flow.blockOf(op)) && passes(d.test(), flags));
  }

  /** Only what the winner has set passes the test. */
  private static boolean passes(Op.Test test, Map<Value, SetFlags.Split> flags) {
    SetFlags.Split flag = flags.get(test.left());
    if (flag == null || !(test.right() instanceof Const c)) {
      return false;
    }
    return test.relation() == Op.Relation.EQ && flag.here().contains(c.value())
        || test.relation() == Op.Relation.NE && flag.elsewhere().equals(Set.of(c.value()));
  }
}
