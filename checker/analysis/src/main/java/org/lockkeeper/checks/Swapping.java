package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.Edit;
import org.lockkeeper.order.LockGraph;

/** Fixes that take two locks in the other order. */
final class Swapping {
  private Swapping() {}

  /** The other order for one of two methods that nest two locks in opposite ways. */
  static List<Edit> swapped(List<LockGraph.Edge> cycle) {
    boolean two = cycle.size() == 2 && !cycle.get(0).in().equals(cycle.get(1).in());
    for (LockGraph.Edge each : two ? cycle : List.<LockGraph.Edge>of()) {
      if (!swapped(each).isEmpty()) {
        return swapped(each);
      }
    }
    return List.of();
  }

  /** The other order, where both locks are taken by one method's own text. */
  static List<Edit> swapped(LockGraph.Edge edge) {
    return edge.via().isEmpty()
        ? new ArrayList<>(List.of(new Edit.SwapLocks(edge.heldAt(), edge.site())))
        : List.of();
  }
}
