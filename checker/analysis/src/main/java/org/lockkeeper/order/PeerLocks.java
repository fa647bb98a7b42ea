package org.lockkeeper.order;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Ways;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Two objects of one class that are locked one inside the other, in an order that others may
 * reverse.
 */
public final class PeerLocks {
  private static final int MAX_LOCKS = 6;

  private final Flows flows;
  private final LockGraph graph;
  private final ComparedArguments compared;
  private final LockFields fields;

  /** In the given graph. */
  public PeerLocks(Flows flows, LockGraph graph) {
    this.flows = flows;
    this.graph = graph;
    this.compared = new ComparedArguments(flows);
    this.fields = new LockFields(flows);
  }

  /**
   * Cycles: one edge twice where the caller decides the order, two where both orders stand in code.
   */
  public List<List<Edge>> all() {
    List<List<Edge>> all = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    LinkedPeers linked = new LinkedPeers(flows, graph.nodes(), fields);
    Map<String, Map<String, Edge>> placed = new LinkedHashMap<>();
    for (Edge e : graph.peers()) {
      List<Edge> back = back(e, placed);
      if (!back.isEmpty() && seen.add(e.held().shape() + e.held() + e.acquired())) {
        all.add(Stream.concat(back.stream(), Stream.of(e)).toList());
      }
      if (swappable(e) && seen.add(e.held().shape() + e.in())) {
        all.add(List.of(e, e));
      } else {
        linked.see(e);
      }
    }
    List<Edge> twice = new ArrayList<>(graph.rings());
    LockedInTurn turns = new LockedInTurn(flows);
    twice.addAll(turns.all());
    all.addAll(turns.opposed());
    for (Edge e : twice) {
      if (seen.add(e.held().shape() + e.in())) {
        all.add(List.of(e, e));
      }
    }
    new Composites(flows).all().forEach(linked::see);
    all.addAll(linked.all());
    return all;
  }

  /** From the inner lock back to the outer one, by places of one object or class seen before. */
  private static List<Edge> back(Edge e, Map<String, Map<String, Edge>> placed) {
    String owner = e.in().owner() + " ";
    Place held = e.held().place();
    Place acquired = e.acquired().place();
    if (!named(held) || !named(acquired) || held.equals(acquired)) {
      return List.of();
    }
    placed.computeIfAbsent(owner + held, k -> new LinkedHashMap<>()).putIfAbsent("" + acquired, e);
    return way(owner, acquired.toString(), held.toString(), placed, new TreeSet<>());
  }

  private static List<Edge> way(
      String owner,
      String from,
      String to,
      Map<String, Map<String, Edge>> placed,
      Set<String> passed) {
    Map<String, Edge> next = placed.getOrDefault(owner + from, Map.of());
    if (next.containsKey(to)) {
      return List.of(next.get(to));
    }
    for (Map.Entry<String, Edge> step : next.entrySet()) {
      boolean news = passed.size() < MAX_LOCKS && passed.add(step.getKey());
      List<Edge> rest = news ? way(owner, step.getKey(), to, placed, passed) : List.of();
      if (!rest.isEmpty()) {
        return Stream.concat(Stream.of(step.getValue()), rest.stream()).toList();
      }
    }
    return List.of();
  }

  /** What a final field, or one whose content seldom changes, leads to from the object itself. */
  private static boolean named(Place place) {
    boolean fixed = place.root() instanceof Root.This || place.root() instanceof Root.Static;
    return fixed
        && place.path().size() > 1
        && place.path().stream().noneMatch(s -> s instanceof Step.Part p && !numbered(p));
  }

  /** The element with a certain number, or for a certain key. */
  private static boolean numbered(Step.Part part) {
    return part.id() == 0 && part.text().startsWith("[") && !part.text().equals("[]");
  }

  /** Two peers that a second caller may pass the other way round. */
  private boolean swappable(Edge e) {
    Place a = e.held().place();
    Place b = e.acquired().place();
    boolean roots = peer(a.root()) && peer(b.root()) && !a.root().equals(b.root());
    boolean alike = roots && a.path().equals(b.path());
    boolean objects = alike && a.path().stream().noneMatch(fields::shared);
    boolean shared = e.held().mode() == Mode.SHARED && e.acquired().mode() == Mode.SHARED;
    return (objects && exchangeable(e) || parts(e))
        && !shared
        && !ordered(e)
        && !compared.decide(e);
  }

  /** Whether one object can be where the other is: of two classes, one extends the other. */
  private boolean exchangeable(Edge e) {
    String one = type(e.held().place().root(), e.in());
    String other = type(e.acquired().place().root(), e.in());
    boolean classes = isClass(one) && isClass(other);
    return !classes
        || flows.hierarchy().isSubtype(one, other)
        || flows.hierarchy().isSubtype(other, one);
  }

  private static String type(Root root, MethodRef in) {
    boolean argument = root instanceof Root.Param p && p.index() < in.params().size();
    return argument ? in.params().get(((Root.Param) root).index()) : in.owner();
  }

  private boolean isClass(String type) {
    return flows.hierarchy().find(type).filter(c -> !c.has(Modifier.INTERFACE)).isPresent();
  }

  private static boolean peer(Root root) {
    return root instanceof Root.This || root instanceof Root.Param;
  }

  /** Two elements of one container, picked by different arguments. */
  private boolean parts(Edge e) {
    Place a = e.held().place();
    Place b = e.acquired().place();
    boolean alike = tail(a).equals(tail(b));
    return alike
        && flows.flow(e.in()).filter(f -> new Picked(flows, f).differently(a, b)).isPresent();
  }

  /** The way from an object that was found to its lock. */
  private static List<Step> tail(Place place) {
    return place.root() instanceof Root.Unknown ? place.path() : List.of();
  }

  /** The method compares the two before it locks them. */
  private boolean ordered(Edge e) {
    MethodFlow flow = flows.flow(e.in()).orElse(null);
    if (flow == null) {
      return false;
    }
    boolean[] found = new boolean[1];
    flow.ends(
        (block, point) -> {
          if (point.held().find(e.held().place()).isEmpty() && decides(block, flow, e)) {
            for (Block.Edge next : block.next()) {
              next.test().ifPresent(t -> found[0] |= compares(t, point, flow, e));
            }
          }
        });
    return found[0];
  }

  /** Not every way from here leads to the one lock being taken before the other. */
  private boolean decides(Block block, MethodFlow flow, Edge e) {
    BitSet first = new BitSet();
    if (reversed(e)) {
      return true;
    }
    for (Edge each : graph.peers()) {
      boolean here = each.in().equals(e.in());
      Place held = each.held().place();
      Place acquired = each.acquired().place();
      boolean same = here && held.equals(e.held().place()) && acquired.equals(e.acquired().place());
      for (int n = 0; same && n < flow.ops(); n++) {
        boolean takes = flow.op(n) instanceof Op.Enter || flow.op(n) instanceof Op.Call;
        if (takes && flow.op(n).site().equals(each.heldAt())) {
          first.set(flow.blockOf(n));
        }
      }
    }
    return !block.next().stream()
        .allMatch(next -> Ways.leads(flow.body(), next.target(), first, new BitSet()));
  }

  /** The method nests the two the other way round, too. */
  private boolean reversed(Edge e) {
    return graph.peers().stream()
        .anyMatch(
            each ->
                each.in().equals(e.in())
                    && each.held().place().equals(e.acquired().place())
                    && each.acquired().place().equals(e.held().place()));
  }

  private boolean compares(Op.Test test, Point at, MethodFlow flow, Edge e) {
    boolean order = orders(test) || reversed(e);
    Picked picked = new Picked(flows, flow);
    if (order && picked.compares(test, at, e.held().place(), e.acquired().place())) {
      return true;
    }
    Root one = e.held().place().root();
    Root other = e.acquired().place().root();
    return order
        && (mentions(test.left(), at, flow, one) || mentions(test.right(), at, flow, one))
        && (mentions(test.left(), at, flow, other) || mentions(test.right(), at, flow, other));
  }

  /** Whether a test asks which of two is smaller. */
  static boolean orders(Op.Test test) {
    return test.relation() != Op.Relation.EQ && test.relation() != Op.Relation.NE;
  }

  /** Whether a value is computed from an object. */
  static boolean mentions(Value v, Point at, MethodFlow flow, Root object) {
    return mentions(at.sym(v), flow, object, 3);
  }

  private static boolean mentions(Sym sym, MethodFlow flow, Root root, int depth) {
    if (sym == null || depth == 0) {
      return false;
    }
    for (Sym leaf : sym.leaves()) {
      if (leaf instanceof Sym.At a) {
        if (a.place().root().equals(root)) {
          return true;
        }
        for (Sym arg : flow.args(a.origin())) {
          if (mentions(arg, flow, root, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
