package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Where a variable gets a constant. */
  private record Setting(int block, Object constant) {}

  SetFlags(MethodFlow flow) {
    this.flow = flow;
    Set<Value> unknown = new HashSet<>(flow.body().params());
    for (Block block : flow.body().blocks()) {
      for (Op op : block.ops()) {
        Value.Var to = Operands.made(op);
        if (op instanceof Op.Copy c
            && c.operator().isEmpty()
            && c.from().size() == 1
            && c.from().get(0) instanceof Const constant) {
          Setting setting = new Setting(block.index(), constant.value());
          flags.computeIfAbsent(to, v -> new ArrayList<>()).add(setting);
        } else if (to != null) {
          unknown.add(to);
        }
      }
    }
    flags.values().removeIf(all -> all.size() < 2);
    flags.keySet().removeAll(unknown);
  }

  /**
   * What tests of such variables decide that were set as others decided; empty if there are none.
   */
  Optional<Decisions> of(Decisions others) {
    Set<Value> set = new HashSet<>();
    flags.forEach(
        (flag, settings) -> {
          for (Decisions.Decision d : others.all()) {
            if (!flow.loopHead(d.block()) && tells(settings, d.region())) {
              set.add(flag);
            }
          }
        });
    return set.isEmpty() ? Optional.empty() : Optional.of(new Decisions(flow, others, set));
  }

  /** Whether the constants that it gets there are others than elsewhere. */
  private static boolean tells(List<Setting> settings, BitSet region) {
    Set<Object> here = new HashSet<>();
    Set<Object> elsewhere = new HashSet<>();
    for (Setting each : settings) {
      (region.get(each.block()) ? here : elsewhere).add(each.constant());
    }
    return !here.isEmpty() && !elsewhere.isEmpty() && !here.removeAll(elsewhere);
  }
}
