package org.lockkeeper.interprocedural;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * {@code if (map.putIfAbsent(key, task) == null) mine = true; … if (mine) …}: a variable that tells
 * whether a race was won decides what its test decides.
 */
final class WonFlags {
  private final IntPredicate won;
  private final Map<Value, Set<Object>> winning = new HashMap<>();
  private final Map<Value, Set<Object>> others = new HashMap<>();
  private final Set<Value> unknown = new HashSet<>();

  private WonFlags(IntPredicate won, MethodFlow flow) {
    this.won = won;
    unknown.addAll(flow.body().params());
    flow.replay((op, n, at) -> set(op, n));
    winning.keySet().removeIf(flag -> !tells(flag));
  }

  /** The operations that run only where a variable says that the race was won. */
  static IntPredicate of(Decisions decisions, IntPredicate won, MethodFlow flow) {
    WonFlags flags = new WonFlags(won, flow);
    if (flags.winning.isEmpty()) {
      return op -> false;
    }
    Decisions by = new Decisions(flow, decisions, flags.winning.keySet());
    return op ->
        by.all().stream().anyMatch(d -> d.region().get(flow.blockOf(op)) && flags.passes(d.test()));
  }

  private void set(Op op, int n) {
    Value.Var to = Operands.made(op);
    if (op instanceof Op.Copy c && c.operator().isEmpty() && c.from().get(0) instanceof Const set) {
      Map<Value, Set<Object>> where = won.test(n) ? winning : others;
      where.computeIfAbsent(c.to(), v -> new HashSet<>()).add(set.value());
    } else if (to != null) {
      unknown.add(to);
    }
  }

  private boolean tells(Value flag) {
    Set<Object> other = others.getOrDefault(flag, Set.of());
    return !unknown.contains(flag)
        && !other.isEmpty()
        && Collections.disjoint(other, winning.get(flag));
  }

  /** Only what the winner has set passes the test. */
  private boolean passes(Op.Test test) {
    Set<Object> wins = winning.get(test.left());
    if (wins == null || !(test.right() instanceof Const c)) {
      return false;
    }
    return test.relation() == Op.Relation.EQ && wins.contains(c.value())
        || test.relation() == Op.Relation.NE && others.get(test.left()).equals(Set.of(c.value()));
  }
}
