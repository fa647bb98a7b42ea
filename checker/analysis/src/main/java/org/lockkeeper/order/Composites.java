package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Objects that pass a call on to each of their parts under their own lock, where the parts are of
 * the same kind. Of which class a part is remains a guess, and so this is no nesting of the lock
 * graph.
 */
final class Composites {
  private final Flows flows;
  private final List<Edge> all = new ArrayList<>();

  Composites(Flows flows) {
    this.flows = flows;
    flows.all().forEach(this::collect);
  }

  /** From the lock of a whole to that of its part. */
  List<Edge> all() {
    return all;
  }

  private void collect(MethodFlow flow) {
    flow.replay(
        (op, n, at) -> {
          boolean locked = op instanceof Op.Call && !at.held().isEmpty();
          Sym part = locked ? Knowledge.receiver((Op.Call) op, n, flow) : null;
          if (part instanceof Sym.At a
              && a.place().path().isEmpty()
              && a.place().root() instanceof Root.Unknown
              && flows.guess((Op.Call) op, part, flow.method())) {
            passOn((Op.Call) op, n, part, flow, at);
          }
        });
  }

  private void passOn(Op.Call call, int n, Sym part, MethodFlow flow, Point at) {
    Terms terms = new Terms(flow.args(n), true);
    for (MethodInfo target : flows.targets(call, part)) {
      for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
        Optional<Lock> lock = a.via().isEmpty() ? terms.lock(a.lock()) : Optional.empty();
        lock.ifPresent(
            l -> {
              for (HeldLocks.Held h : at.held().all()) {
                add(h, l, call, target, a, flow);
              }
            });
      }
    }
  }

  private void add(
      HeldLocks.Held held,
      Lock lock,
      Op.Call call,
      MethodInfo target,
      Summary.Acquisition a,
      MethodFlow flow) {
    Place whole = held.lock().place();
    if (whole.root() instanceof Root.This) {
      List<Summary.Via> via = List.of(new Summary.Via(call.site(), target.ref()));
      all.add(
          new Edge(
              flow.method().ref(),
              held.lock(),
              held.site(),
              lock,
              call.site(),
              a.site(),
              via,
              List.of(),
              a.type()));
    }
  }
}
