package org.lockkeeper.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.ir.Op;

/** What a method waits for first, in its order: rather not for a future that it was given. */
record FirstWait(MethodFlow flow, Effects effects, Handoffs handoffs) {
  /** Empty for a method that does not wait. */
  Optional<Effects.Blocking> get() {
    List<Effects.Blocking> found = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && found.stream().noneMatch(Effects.Blocking::sure)) {
            waits(call, n, at, found);
          }
        });
    return found.stream()
        .filter(Effects.Blocking::sure)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private void waits(Op.Call call, int n, Point at, List<Effects.Blocking> into) {
    effects
        .blocking(call, n, flow, at)
        .filter(b -> !b.kind().startsWith("lock"))
        .ifPresent(into::add);
    for (Handoffs.Handoff h : handoffs.of(call, n, flow)) {
      if (!h.later() && h.declared() && !Effects.elsewhere(at)) {
        effects.through(call, h.target()).ifPresent(into::add);
      }
    }
  }
}
