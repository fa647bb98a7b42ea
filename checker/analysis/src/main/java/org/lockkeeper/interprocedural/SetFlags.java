package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;

/**
 * Variables that hold nothing but constants and get some of them only where a test decided so:
 * {@code if (jobs.containsKey(key)) { log(key); there = true; } … if (!there) jobs.put(key, job)}.
 * Their tests decide what that test decided.
 */
final class SetFlags {
  private final MethodFlow flow;
  private final Map<Value, List<Setting>> flags = new HashMap<>();

  /** Which operation gives a variable a constant. */
  private record Setting(int op, Object constant) {}

  /** The constants that a variable gets at some operations, and those, all others, elsewhere. */
  record Split(Set<Object> here, Set<Object> elsewhere) {}

  SetFlags(MethodFlow flow) {
    this.flow = flow;
    Set<Value> unknown = new HashSet<>(flow.body().params());
    for (Block block : flow.body().blocks()) {
      int n = flow.first(block.index());
      for (Op op : block.ops()) {
        Value.Var to = Operands.made(op);
        if (op instanceof Op.Copy c
            && c.operator().isEmpty()
            && c.from().size() == 1
            && c.from().get(0) instanceof Const constant) {
          Setting setting = new Setting(n, constant.value());
          flags.computeIfAbsent(to, v -> new ArrayList<>()).add(setting);
        } else if (to != null) {
          unknown.add(to);
        }
        n++;
      }
    }
    flags.keySet().removeAll(unknown);
  }

  /** The variables whose constant tells whether one of certain operations gave it. */
  Map<Value, Split> telling(IntPredicate ops) {
    Map<Value, Split> telling = new HashMap<>();
    flags.forEach(
        (flag, settings) -> {
          Split split = new Split(new HashSet<>(), new HashSet<>());
          settings.forEach(
              s -> (ops.test(s.op()) ? split.here() : split.elsewhere()).add(s.constant()));
          boolean both = !split.here().isEmpty() && !split.elsewhere().isEmpty();
          if (both && Collections.disjoint(split.here(), split.elsewhere())) {
            telling.put(flag, split);
          }
        });
    return telling;
  }

  /**
   * What tests of such variables decide that were set as others decided; empty if there are none.
   */
  Optional<Decisions> of(Decisions others) {
    Set<Value> set = new HashSet<>();
    for (Decisions.Decision d : flags.isEmpty() ? List.<Decisions.Decision>of() : others.all()) {
      if (!flow.loopHead(d.block())) {
        set.addAll(telling(op -> d.region().get(flow.blockOf(op))).keySet());
      }
    }
    return set.isEmpty() ? Optional.empty() : Optional.of(new Decisions(flow, others, set));
  }
}
