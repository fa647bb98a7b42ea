package org.lockkeeper.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/** What tests must have found on every way to a point of a method: a forward must-analysis. */
final class TestedBefore {
  private final Flows flows;
  private final Switches switches;
  private final Map<MethodRef, List<Set<Tested>>> known = new HashMap<>();

  TestedBefore(Flows flows) {
    this.flows = flows;
    this.switches = new Switches(flows);
  }

  /** Numbers of the calls and monitor entries that stand at a site. */
  List<Integer> at(MethodFlow flow, Site site) {
    List<Integer> found = new ArrayList<>();
    for (int n = 0; n < flow.ops(); n++) {
      Op op = flow.op(n);
      boolean kind = op instanceof Op.Call || op instanceof Op.Enter;
      if (kind && op.site().equals(site) && flow.reached(flow.blockOf(n))) {
        found.add(n);
      }
    }
    return found;
  }

  /** What is known whenever an operation is reached. */
  Set<Tested> before(MethodFlow flow, int op) {
    List<Set<Tested>> blocks = known.get(flow.method().ref());
    if (blocks == null) {
      blocks = solve(flow);
      known.put(flow.method().ref(), blocks);
    }
    Set<Tested> found = blocks.get(flow.blockOf(op));
    return found == null ? Set.of() : found;
  }

  private List<Set<Tested>> solve(MethodFlow flow) {
    List<Block> blocks = flow.body().blocks();
    Map<Block.Edge, List<Tested>> tests = tests(flow);
    List<Set<Tested>> in = new ArrayList<>();
    blocks.forEach(b -> in.add(null));
    in.set(0, new LinkedHashSet<>());
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      Block block = blocks.get(work.poll());
      Set<Tested> here = in.get(block.index());
      for (Block.Edge e : block.next()) {
        Set<Tested> there = new LinkedHashSet<>(here);
        for (Tested told : tests.getOrDefault(e, List.of())) {
          there.removeIf(told::denies);
          there.add(told);
        }
        join(in, e.target(), there, work);
      }
      block.handlers().forEach(h -> join(in, h.target(), here, work));
    }
    return in;
  }

  private static void join(
      List<Set<Tested>> in, int block, Set<Tested> answers, Deque<Integer> work) {
    Set<Tested> known = in.get(block);
    if (known == null) {
      in.set(block, new LinkedHashSet<>(answers));
      work.add(block);
    } else if (known.retainAll(answers)) {
      work.add(block);
    }
  }

  /** By identity of the edge: two edges of a body may look alike. */
  private Map<Block.Edge, List<Tested>> tests(MethodFlow flow) {
    Map<Block.Edge, List<Tested>> found = new java.util.IdentityHashMap<>();
    flow.ends(
        (block, point) -> {
          for (Block.Edge e : block.next()) {
            List<Tested> told = Tested.on(e, block, point, flow, flows);
            found.put(e, told.stream().filter(switches::stays).toList());
          }
        });
    return found;
  }
}
