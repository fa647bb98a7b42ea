package org.lockkeeper.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.LockGraph.Edge;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/** Cycles of the lock graph in which every thread can really wait for the next. */
public final class LockCycles {
  private static final int MAX_LENGTH = 5;

  private final Flows flows;
  private final LockGraph graph;

  LockCycles(Flows flows, LockGraph graph) {
    this.flows = flows;
    this.graph = graph;
  }

  /** Each as its edges in order, the lexically first edge first; one for each set of locks. */
  public List<List<Edge>> all() {
    Map<Set<String>, List<Edge>> found = new LinkedHashMap<>();
    for (String from : graph.edges().keySet()) {
      for (String to : graph.edges().get(from).keySet()) {
        List<String> way = shortest(to, from);
        if (way != null && way.size() <= MAX_LENGTH) {
          Set<String> nodes = new TreeSet<>(way);
          if (!found.containsKey(nodes)) {
            List<Edge> cycle = choose(way);
            if (cycle != null) {
              found.put(nodes, rotated(cycle));
            }
          }
        }
      }
    }
    List<List<Edge>> all = new ArrayList<>(found.values());
    Set<String> seen = new TreeSet<>();
    for (Edge e : graph.peers()) {
      if (swappable(e) && seen.add(e.held().shape() + e.in())) {
        all.add(List.of(e, e));
      }
    }
    return all;
  }

  /** Nodes from {@code from} to {@code to} inclusive; {@code null} when there is no way. */
  private List<String> shortest(String from, String to) {
    Map<String, String> back = new HashMap<>();
    Deque<String> work = new ArrayDeque<>(List.of(from));
    back.put(from, from);
    while (!work.isEmpty()) {
      String at = work.poll();
      if (at.equals(to)) {
        List<String> way = new ArrayList<>();
        for (String n = to; !n.equals(from); n = back.get(n)) {
          way.add(n);
        }
        way.add(from);
        Collections.reverse(way);
        return way;
      }
      for (String next : graph.edges().getOrDefault(at, Map.of()).keySet()) {
        if (back.putIfAbsent(next, at) == null) {
          work.add(next);
        }
      }
    }
    return null;
  }

  /** A witness for every edge such that nothing keeps the threads apart; {@code null} when there is none. */
  private List<Edge> choose(List<String> nodes) {
    List<List<Edge>> options = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      options.add(graph.edges().get(nodes.get(i)).get(nodes.get((i + 1) % nodes.size())));
    }
    return pick(options, new ArrayList<>());
  }

  private List<Edge> pick(List<List<Edge>> options, List<Edge> chosen) {
    if (chosen.size() == options.size()) {
      return possible(chosen) ? new ArrayList<>(chosen) : null;
    }
    List<Edge> here = options.get(chosen.size());
    for (Edge e : here.subList(0, Math.min(4, here.size()))) {
      chosen.add(e);
      List<Edge> done = pick(options, chosen);
      if (done != null) {
        return done;
      }
      chosen.remove(chosen.size() - 1);
    }
    return null;
  }

  private boolean possible(List<Edge> cycle) {
    return !gated(cycle) && !sharedReads(cycle) && !oneThread(cycle);
  }

  /** A lock that all of them hold around keeps the threads apart (Havelund 2000). */
  private static boolean gated(List<Edge> cycle) {
    Set<String> common = null;
    for (Edge e : cycle) {
      Set<String> gates = new TreeSet<>();
      for (Lock g : e.gates()) {
        if (g.exclusive()) {
          gates.add(g.shape());
        }
      }
      if (common == null) {
        common = gates;
      } else {
        common.retainAll(gates);
      }
    }
    for (Edge e : cycle) {
      common.remove(e.held().shape());
    }
    return !common.isEmpty();
  }

  /** Two readers do not wait for each other. */
  private static boolean sharedReads(List<Edge> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      Lock wanted = cycle.get(i).acquired();
      Lock held = cycle.get((i + 1) % cycle.size()).held();
      if (wanted.mode() == Mode.SHARED && held.mode() == Mode.SHARED) {
        return true;
      }
    }
    return false;
  }

  private boolean oneThread(List<Edge> cycle) {
    Set<String> names = new TreeSet<>();
    for (Edge e : cycle) {
      List<Fact.ConfinedTo> facts = flows.book().all(Fact.ConfinedTo.class, e.in());
      names.add(facts.isEmpty() ? "" : facts.get(0).name());
    }
    return names.size() == 1 && !names.contains("");
  }

  private static List<Edge> rotated(List<Edge> cycle) {
    int first = 0;
    for (int i = 1; i < cycle.size(); i++) {
      if (before(cycle.get(i), cycle.get(first))) {
        first = i;
      }
    }
    List<Edge> turned = new ArrayList<>(cycle);
    Collections.rotate(turned, -first);
    return turned;
  }

  private static boolean before(Edge a, Edge b) {
    int file = a.at().file().compareTo(b.at().file());
    return file < 0 || file == 0 && a.at().line() < b.at().line();
  }

  /** Two peers that a second caller may pass the other way round. */
  private boolean swappable(Edge e) {
    Place a = e.held().place();
    Place b = e.acquired().place();
    boolean roots = peer(a.root()) && peer(b.root()) && !a.root().equals(b.root());
    boolean same = a.path().equals(b.path());
    boolean shared = e.held().mode() == Mode.SHARED && e.acquired().mode() == Mode.SHARED;
    return roots && same && !shared && !ordered(e);
  }

  private static boolean peer(Root root) {
    return root instanceof Root.This || root instanceof Root.Param;
  }

  /** The method compares the two before it locks them. */
  private boolean ordered(Edge e) {
    MethodFlow flow = flows.flow(e.in()).orElse(null);
    if (flow == null) {
      return false;
    }
    boolean[] found = new boolean[1];
    flow.replay(
        new MethodFlow.Visitor() {
          @Override
          public void at(Op op, int number, Point point) {}

          @Override
          public void end(org.lockkeeper.ir.Block block, Point point) {
            for (org.lockkeeper.ir.Block.Edge next : block.next()) {
              next.test().ifPresent(t -> found[0] |= compares(t, point, flow, e));
            }
          }
        });
    return found[0];
  }

  private static boolean compares(Op.Test test, Point at, MethodFlow flow, Edge e) {
    boolean order = test.relation() != Op.Relation.EQ && test.relation() != Op.Relation.NE;
    return order
        && (mentions(test.left(), at, flow, e.held()) || mentions(test.right(), at, flow, e.held()))
        && (mentions(test.left(), at, flow, e.acquired())
            || mentions(test.right(), at, flow, e.acquired()));
  }

  private static boolean mentions(Value v, Point at, MethodFlow flow, Lock lock) {
    return mentions(at.sym(v), flow, lock.place().root(), 3);
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
