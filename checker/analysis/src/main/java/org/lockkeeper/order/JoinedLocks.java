package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.order.LockFacts.Kind;
import org.lockkeeper.order.LockFacts.Nesting;
import org.lockkeeper.order.LockGraph.Edge;

/** The locks of several modules. The order in which they were joined makes no difference. */
final class JoinedLocks implements LockView {
  private static final int MAX_WITNESSES = 8;
  private static final Comparator<Edge> BEST =
      Comparator.comparing((Edge e) -> e.via().size())
          .thenComparing(e -> e.at().file())
          .thenComparing(e -> e.at().line())
          .thenComparing(Edge::toString);

  private final Set<String> written;
  private final Map<Edge, Set<String>> modules = new HashMap<>();
  private final Map<Edge, Nesting> about = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Set<String> analysed = new TreeSet<>();
  private final Set<String> contracts = new TreeSet<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, Set<String>> related = new HashMap<>();
  private final Map<String, Map<String, List<Edge>>> edges = new TreeMap<>();

  JoinedLocks(LockFacts facts) {
    this.written = facts.written();
    facts.kinds().forEach(this::add);
    facts.nestings().stream().sorted(Comparator.comparing(Nesting::toString)).forEach(this::add);
    relate();
    modules.keySet().forEach(this::sort);
    for (Map<String, List<Edge>> each : edges.values()) {
      for (List<Edge> all : each.values()) {
        all.sort(BEST);
        all.subList(Math.min(all.size(), MAX_WITNESSES), all.size()).clear();
      }
    }
  }

  private void add(Kind kind) {
    supertypes.computeIfAbsent(kind.type(), t -> new TreeSet<>()).addAll(kind.supertypes());
    if (kind.analysed()) {
      analysed.add(kind.type());
    }
    if (kind.contract()) {
      contracts.add(kind.type());
    }
  }

  private void add(Nesting nesting) {
    Edge edge = nesting.edge();
    modules.computeIfAbsent(edge, e -> new TreeSet<>()).add(nesting.module());
    about.putIfAbsent(edge, nesting);
    for (Lock lock : List.of(edge.held(), edge.acquired())) {
      types.putIfAbsent(LockNodes.node(lock), LockNodes.type(lock.place()));
    }
  }

  /** As in one compilation: the monitor of an object may be what a field of its type holds. */
  private void relate() {
    Map<String, Set<String>> nodes = new HashMap<>();
    types.forEach((node, type) -> nodes.computeIfAbsent(type, t -> new TreeSet<>()).add(node));
    types.forEach(
        (node, type) -> {
          boolean monitor = node.equals(LockNodes.bare(type));
          for (String supertype : supertypes.getOrDefault(type, Set.of())) {
            if (analysed.contains(supertype)) {
              link(node, LockNodes.bare(supertype));
              if (monitor) {
                nodes.getOrDefault(supertype, Set.of()).forEach(n -> link(node, n));
              }
            }
          }
        });
  }

  private void link(String a, String b) {
    if (types.containsKey(a) && types.containsKey(b)) {
      related.computeIfAbsent(a, k -> new TreeSet<>(Set.of(a))).add(b);
      related.computeIfAbsent(b, k -> new TreeSet<>(Set.of(b))).add(a);
    }
  }

  /** Two objects of one class hierarchy are each module's own affair. */
  private void sort(Edge edge) {
    String from = LockNodes.node(edge.held());
    String to = LockNodes.node(edge.acquired());
    String one = types.get(from);
    String other = types.get(to);
    boolean family =
        analysed.contains(one)
            && analysed.contains(other)
            && (below(one, other) || below(other, one));
    if (!same(from, to) && !family) {
      edges
          .computeIfAbsent(from, k -> new TreeMap<>())
          .computeIfAbsent(to, k -> new ArrayList<>())
          .add(edge);
    }
  }

  private boolean below(String type, String supertype) {
    return type.equals(supertype) || supertypes.getOrDefault(type, Set.of()).contains(supertype);
  }

  /** Those for which no module has all nestings. */
  List<List<Edge>> cycles() {
    List<List<Edge>> all = new ArrayList<>(new LockCycles(this, List.of()).all());
    all.removeIf(this::inOneModule);
    return all;
  }

  private boolean inOneModule(List<Edge> cycle) {
    Set<String> common = new TreeSet<>(modules.get(cycle.get(0)));
    cycle.forEach(e -> common.retainAll(modules.get(e)));
    return !common.isEmpty();
  }

  @Override
  public Map<String, Map<String, List<Edge>>> edges() {
    return edges;
  }

  @Override
  public Set<String> related(String node) {
    return related.getOrDefault(node, Set.of(node));
  }

  @Override
  public boolean meet(String a, String b) {
    boolean closed =
        analysed.contains(a)
            && analysed.contains(b)
            && !contracts.contains(a)
            && !contracts.contains(b);
    return !closed || below(a, b) || below(b, a);
  }

  @Override
  public boolean written(String node) {
    return written.contains(node);
  }

  @Override
  public Set<String> gates(Edge nesting) {
    Set<String> gates = new TreeSet<>();
    about.get(nesting).gates().forEach(g -> gates.addAll(related(g)));
    return gates;
  }

  @Override
  public Optional<String> thread(Edge nesting) {
    return Optional.of(about.get(nesting).thread()).filter(name -> !name.isEmpty());
  }

  /** Those are not written down. */
  @Override
  public boolean harmless(Edge nesting) {
    return false;
  }
}
