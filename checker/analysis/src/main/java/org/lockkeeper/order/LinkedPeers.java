package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Objects with a lock of one kind, each of which leads to the other: a parent and its children,
 * neighbours in a chain, parts of two classes that got their locks from one superclass.
 */
final class LinkedPeers {
  private final Flows flows;
  private final LockNodes nodes;
  private final LockFields fields;
  private final MutualLinks links;
  private final List<Along> along = new ArrayList<>();
  private final List<Edge> found = new ArrayList<>();
  private final List<Edge> across = new ArrayList<>();

  /** From an object to the one that its field names. */
  private record Along(Edge edge, FieldRef field) {}

  LinkedPeers(Flows flows, LockNodes nodes, LockFields fields) {
    this.flows = flows;
    this.nodes = nodes;
    this.fields = fields;
    this.links = new MutualLinks(flows);
  }

  /** Takes in a nesting. */
  void see(Edge e) {
    Place held = e.held().place();
    Place to = e.acquired().place();
    int lock = alike(held.path(), to.path());
    List<Step> from = held.path().subList(0, held.path().size() - lock);
    List<Step> way = to.path().subList(0, to.path().size() - lock);
    boolean exclusive = e.held().exclusive() && e.acquired().exclusive();
    if (!exclusive
        || !held.path().subList(from.size(), from.size() + lock).stream().allMatch(fields::own)) {
      return;
    }
    boolean further = way.size() == from.size() + 1 && way.subList(0, from.size()).equals(from);
    if (to.root().equals(held.root()) && further && declared(way.get(from.size()))) {
      along.add(new Along(e, ((Step.Field) way.get(from.size())).ref()));
    } else if (held.root() instanceof Root.This && from.isEmpty() && way.isEmpty() && among(e)) {
      found.add(e);
    }
    if (lock > 0 && strangers(holder(e), LockFields.owner(to))) {
      across.add(e);
    }
  }

  /** Cycles of two nestings. */
  List<List<Edge>> all() {
    List<List<Edge>> all = new ArrayList<>();
    along.removeIf(one -> along.stream().anyMatch(other -> within(other, one)));
    for (int i = 0; i < along.size(); i++) {
      Along one = along.get(i);
      found.stream()
          .filter(down -> same(one.edge(), down))
          .findFirst()
          .ifPresent(down -> all.add(List.of(one.edge(), down)));
      for (Along other : along.subList(i, along.size())) {
        if (same(one.edge(), other.edge()) && links.between(one.field(), other.field())) {
          all.add(List.of(one.edge(), other.edge()));
        }
      }
    }
    for (int i = 0; i < across.size(); i++) {
      for (Edge other : across.subList(i + 1, across.size())) {
        Edge one = across.get(i);
        if (same(one, other) && crossed(one, other) && crossed(other, one)) {
          all.add(List.of(one, other));
        }
      }
    }
    return all;
  }

  /** The one leads to a method that has the nesting, too: a finding for that one says it all. */
  private static boolean within(Along inner, Along outer) {
    return inner.field().equals(outer.field())
        && !inner.edge().in().equals(outer.edge().in())
        && outer.edge().via().size() > inner.edge().via().size()
        && outer.edge().via().stream().anyMatch(v -> v.callee().equals(inner.edge().in()));
  }

  private boolean same(Edge one, Edge other) {
    return nodes.same(nodes.of(one.held()), nodes.of(other.held()));
  }

  /** What the one waits for can be what the other holds. */
  private boolean crossed(Edge one, Edge other) {
    return nodes.meet(LockFields.owner(one.acquired().place()), holder(other));
  }

  private boolean strangers(String a, String b) {
    return nodes.analysed(a) && nodes.analysed(b) && !nodes.meet(a, b);
  }

  /** Who has a field of a subclass is of that subclass. */
  private String holder(Edge e) {
    String known = LockFields.owner(e.held().place());
    Place to = e.acquired().place();
    boolean self = e.held().place().path().size() == 1 && to.path().size() > 1;
    boolean own = self && to.root().equals(e.held().place().root());
    String narrow = own && to.path().get(0) instanceof Step.Field f ? f.ref().owner() : known;
    return flows.hierarchy().isSubtype(narrow, known) ? narrow : known;
  }

  /** How many steps from an object to its lock two ways have in common. */
  private static int alike(List<Step> a, List<Step> b) {
    int n = 0;
    while (n < a.size()
        && n < b.size()
        && a.get(a.size() - 1 - n).equals(b.get(b.size() - 1 - n))) {
      n++;
    }
    return n;
  }

  private boolean declared(Step step) {
    return step instanceof Step.Field f
        && flows
            .hierarchy()
            .find(f.ref().owner())
            .flatMap(c -> c.field(f.ref().name()))
            .isPresent();
  }

  /** The object came out of a container of this object. */
  private boolean among(Edge e) {
    return e.acquired().place().root() instanceof Root.Unknown u
        && u.op() >= 0
        && e.via().size() <= 1
        && flows.flow(e.in()).isPresent();
  }
}
