package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.flow.Element;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Loops that lock all elements of one array or list: some go from the first to the last, others
 * back.
 */
final class OpposedLoops {
  private static final Const ONE = new Const(1, "int");

  private final Map<String, Edge> forth = new LinkedHashMap<>();
  private final Map<String, Edge> back = new LinkedHashMap<>();

  /** Takes in a loop that locks the elements of what is known by a name. */
  void see(Element element, Lock lock, Edge edge, Loops.Loop loop, MethodFlow flow) {
    Lock one = named(element, "[i]", lock);
    Lock next = named(element, "[i + 1]", lock);
    boolean down = descends(loop, flow);
    (down ? back : forth)
        .putIfAbsent(one.shape(), down ? edge.between(next, one) : edge.between(one, next));
  }

  private static Lock named(Element element, String index, Lock lock) {
    String type = lock.place().type();
    Place at = element.whole().then(new Step.Part(index, 0), type).orElse(element.whole());
    for (Step step : element.way()) {
      at = at.then(step, type).orElse(at);
    }
    return new Lock(at, lock.mode());
  }

  /** A loop each way. */
  List<List<Edge>> all() {
    List<List<Edge>> all = new ArrayList<>();
    forth.forEach(
        (whole, edge) -> {
          if (back.containsKey(whole)) {
            all.add(List.of(edge, back.get(whole)));
          }
        });
    return all;
  }

  /** Counts down by one, and nothing up. */
  private static boolean descends(Loops.Loop loop, MethodFlow flow) {
    boolean down = false;
    for (Block block : flow.body().blocks()) {
      for (Op op : loop.blocks().get(block.index()) ? block.ops() : List.<Op>of()) {
        boolean step =
            op instanceof Op.Copy c && c.from().size() == 2 && ONE.equals(c.from().get(1));
        String operator = step ? ((Op.Copy) op).operator() : "";
        if (operator.equals("+")) {
          return false;
        }
        down |= operator.equals("-");
      }
    }
    return down;
  }
}
