package org.lockkeeper.cooperation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.CallOrder;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;

/** Which methods may wait, worked out for those that somebody asks about. */
public final class Waiting {
  private static final int ROUNDS = 4;

  private final Flows flows;
  private final FieldUses uses;
  private final Effects effects;
  private final Set<MethodRef> known = new HashSet<>();

  /** Of a solved compilation. */
  public Waiting(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
    this.effects = new Effects(flows);
  }

  /** Effects that know all about what a method calls. */
  public Effects below(MethodFlow flow) {
    CallOrder order = flows.below(flow.method());
    for (List<MethodInfo> group : order.reachable(List.of(flow.method().ref()))) {
      boolean changed = false;
      for (MethodInfo m : group) {
        changed |= known.add(m.ref());
      }
      for (int round = 0; changed && round < ROUNDS; round++) {
        changed = learn(group) && order.recursive(group);
      }
    }
    return effects;
  }

  private boolean learn(List<MethodInfo> group) {
    boolean news = false;
    for (MethodInfo m : group) {
      Optional<MethodFlow> flow = flows.flowAnywhere(m);
      news |= flow.isPresent() && effects.learn(m.ref(), effect(flow.get()));
    }
    return news;
  }

  private Effects.Effect effect(MethodFlow flow) {
    return new Hogs(flow, flows, flows.book(), effects, flows.handoffs(), uses).effect(Set.of());
  }
}
