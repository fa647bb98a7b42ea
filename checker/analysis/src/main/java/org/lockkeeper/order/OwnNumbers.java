package org.lockkeeper.order;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Objects that take two locks in an order that a number of their own chooses: {@code if (id % 2 ==
 * 0) left first, else right first}. Neighbours that differ do not wait in a circle (Lynch 1981).
 */
final class OwnNumbers {
  private final Flows flows;
  private final Switches switches;

  OwnNumbers(Flows flows) {
    this.flows = flows;
    this.switches = new Switches(flows);
  }

  /** Whether all nestings of a cycle stand in one method whose object's number chooses. */
  boolean choose(List<Edge> cycle) {
    Edge first = cycle.get(0);
    MethodFlow flow = flows.flow(first.in()).orElse(null);
    return flow != null
        && cycle.stream().allMatch(e -> e.in().equals(first.in()) && own(e) && chosen(e, flow));
  }

  private static boolean own(Edge e) {
    return e.held().place().root() instanceof Root.This
        && e.acquired().place().root() instanceof Root.This;
  }

  /** Some test of the number has ways past the outer lock. */
  private boolean chosen(Edge e, MethodFlow flow) {
    BitSet takes = new BitSet();
    for (int n = 0; n < flow.ops(); n++) {
      if (flow.op(n).site().equals(e.heldAt())) {
        takes.set(flow.blockOf(n));
      }
    }
    boolean[] found = new boolean[1];
    flow.ends(
        (block, at) ->
            found[0] |=
                at.held().find(e.held().place()).isEmpty()
                    && tests(block, at)
                    && !block.next().stream()
                        .allMatch(n -> Ways.leads(flow.body(), n.target(), takes, new BitSet())));
    return found[0];
  }

  /** Whether a block ends with a test of a number of its object. */
  boolean tests(Block block, Point at) {
    return block.next().stream()
        .flatMap(e -> e.test().stream())
        .flatMap(t -> Stream.of(t.left(), t.right()))
        .map(at::sym)
        .anyMatch(s -> s != null && s.leaves().stream().anyMatch(this::number));
  }

  private boolean number(Sym leaf) {
    Place place = leaf instanceof Sym.At at ? at.place() : null;
    return place != null
        && place.root() instanceof Root.This
        && place.path().size() == 1
        && Primitives.is(place.type())
        && !place.type().equals("boolean")
        && place.field().filter(switches::setting).isPresent();
  }
}
