package org.lockkeeper.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Classes whose constructors hand their own object to a thread, as in {@code new Thread(this)}:
 * making such an object starts a task that runs on it.
 */
final class SelfStarters {
  private final Map<MethodRef, Handoffs.Handoff> tasks = new HashMap<>();

  SelfStarters(Flows flows) {
    for (MethodFlow flow : flows.all()) {
      if (flow.method().ref().isConstructor()) {
        flow.calls((call, n) -> flows.handoffs().of(call, n, flow).forEach(h -> keep(h, flow)));
      }
    }
  }

  private void keep(Handoffs.Handoff h, MethodFlow constructor) {
    boolean itself =
        h.receiver()
            && h.args()[0] instanceof Sym.At on
            && on.place().root() instanceof Root.This
            && on.place().path().isEmpty();
    if (itself && h.later() && Tasks.PARALLEL.contains(h.context())) {
      tasks.putIfAbsent(constructor.method().ref(), h);
    }
  }

  /** The task of an object that a call makes. */
  Optional<Handoffs.Handoff> started(Op.Call call, int n, MethodFlow flow) {
    Handoffs.Handoff task = tasks.get(call.method());
    boolean making =
        task != null
            && flow.args(n)[0] instanceof Sym.At made
            && made.place().root() instanceof Root.Fresh;
    return making ? Optional.of(on((Sym.At) flow.args(n)[0], task)) : Optional.empty();
  }

  private static Handoffs.Handoff on(Sym.At object, Handoffs.Handoff h) {
    Sym[] args = h.args().clone();
    args[0] = object;
    return new Handoffs.Handoff(
        h.target(), args, true, h.position(), true, h.context(), h.held(), h.declared());
  }
}
