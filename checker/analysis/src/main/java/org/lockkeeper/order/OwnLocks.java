package org.lockkeeper.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.order.LockGraph.Edge;

/** The locks of one compilation. */
public final class OwnLocks implements LockView {
  private final LockGraph graph;
  private final DeclaredOrder order;
  private final Threads threads;
  private final LockedCallers callers;
  private final OtherWays ways;
  private final OneAfterAnother turns;

  /** Of the given graph. */
  public OwnLocks(Flows flows, LockGraph graph, DeclaredOrder order, Threads threads) {
    this.graph = graph;
    this.order = order;
    this.threads = threads;
    this.callers = new LockedCallers(flows, graph.nodes());
    this.ways = new OtherWays(flows);
    this.turns = new OneAfterAnother(flows);
  }

  @Override
  public Map<String, Map<String, List<Edge>>> edges() {
    return graph.edges();
  }

  @Override
  public Set<String> related(String node) {
    return graph.nodes().related(node);
  }

  @Override
  public String holder(Edge nesting) {
    return graph.holder(nesting);
  }

  @Override
  public boolean meet(String a, String b) {
    return graph.nodes().meet(a, b);
  }

  @Override
  public boolean written(String node) {
    return graph.written(node);
  }

  @Override
  public Set<String> gates(Edge nesting) {
    Set<String> gates = new TreeSet<>();
    for (Lock each : nesting.gates()) {
      if (each.exclusive()) {
        gates.addAll(related(LockNodes.node(each)));
      }
    }
    return gates;
  }

  @Override
  public Optional<String> thread(Edge nesting) {
    return threads.of(nesting.in());
  }

  /** Who breaks a declared order is told so by another check. */
  @Override
  public boolean harmless(Edge nesting) {
    return order.against(nesting).isPresent() || callers.hold(nesting);
  }

  @Override
  public boolean apart(List<Edge> cycle) {
    return ways.exclude(cycle) || turns.apart(cycle);
  }

  @Override
  public Edge witness(Edge nesting) {
    return ways.witness(nesting);
  }
}
