package org.lockkeeper.order;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/** Callers that compare two objects before they pass them to a helper, which locks them in turn. */
final class ComparedArguments {
  private final Flows flows;

  ComparedArguments(Flows flows) {
    this.flows = flows;
  }

  /** Whether all who call the method compare the two that a nesting locks. */
  boolean decide(LockGraph.Edge e) {
    MethodInfo method = flows.hierarchy().resolve(e.in()).orElse(null);
    List<Callers.Caller> callers = flows.callers().of(e.in());
    if (method == null || callers.isEmpty() || flows.callers().open(e.in())) {
      return false;
    }
    int one = index(e.held(), method);
    int other = index(e.acquired(), method);
    return one >= 0 && other >= 0 && callers.stream().allMatch(c -> compares(c, one, other));
  }

  private static int index(Lock lock, MethodInfo method) {
    Root root = lock.place().root();
    int receiver = method.isStatic() ? 0 : 1;
    return root instanceof Root.Param p ? p.index() + receiver : root instanceof Root.This ? 0 : -1;
  }

  private static boolean compares(Callers.Caller caller, int one, int other) {
    MethodFlow in = caller.in();
    Sym[] args = in.args(caller.op());
    if (Math.max(one, other) >= args.length || args[one] == null || args[other] == null) {
      return false;
    }
    Set<Root> objects = new LinkedHashSet<>();
    Stream.of(args[one], args[other])
        .flatMap(s -> s.options().stream())
        .flatMap(s -> s.where().stream())
        .forEach(p -> objects.add(p.root()));
    boolean chosen = args[one] instanceof Sym.Any && args[other] instanceof Sym.Any;
    boolean[] found = new boolean[1];
    in.ends(
        (block, at) -> {
          if (objects.size() == 2 && (chosen || decides(block, caller))) {
            for (Block.Edge next : block.next()) {
              next.test().ifPresent(t -> found[0] |= orders(t, at, in, objects));
            }
          }
        });
    return found[0];
  }

  /** Not every way from here leads to the call. */
  private static boolean decides(Block block, Callers.Caller caller) {
    MethodFlow in = caller.in();
    BitSet call = new BitSet();
    call.set(in.blockOf(caller.op()));
    return !block.next().stream()
        .allMatch(next -> Ways.leads(in.body(), next.target(), call, new BitSet()));
  }

  private static boolean orders(Op.Test test, Point at, MethodFlow in, Set<Root> objects) {
    return PeerLocks.orders(test)
        && objects.stream()
            .allMatch(
                o ->
                    PeerLocks.mentions(test.left(), at, in, o)
                        || PeerLocks.mentions(test.right(), at, in, o));
  }
}
