package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.Summarizer;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Nestings that cannot come about, or not both, because the ways to them need a setting that is on
 * for the one and off for the other, or another lock of the same object.
 */
final class OtherWays {
  private final Flows flows;
  private final TestedBefore tests;
  private final SameOwner owners;
  private final OwnNumbers numbers;
  private final Siblings siblings;
  private final Map<Edge, Way> ways = new HashMap<>();
  private final Map<Edge, Edge> witnesses = new HashMap<>();

  OtherWays(Flows flows) {
    this.flows = flows;
    this.tests = new TestedBefore(flows);
    this.siblings = new Siblings(flows.hierarchy());
    this.owners = new SameOwner(flows);
    this.numbers = new OwnNumbers(flows);
  }

  /** What is known in one method on the way, and what the lock is called there. */
  private record Frame(Place lock, Set<Tested> tests) {}

  /** The methods on the way to an acquisition, innermost first. */
  private record Way(List<Frame> frames, boolean possible) {}

  /** What is known, or that it contradicts itself. */
  private record Told(Set<Tested> tests, boolean possible) {}

  /** Whether the threads of a cycle cannot all get to where they wait. */
  boolean exclude(List<Edge> cycle) {
    boolean impossible = owners.gates(cycle) || numbers.choose(cycle);
    for (Edge e : cycle) {
      impossible = impossible || !way(e).possible();
    }
    for (int i = 0; i < cycle.size() && !impossible; i++) {
      impossible = apart(way(cycle.get(i)), cycle.get((i + 1) % cycle.size()));
    }
    return impossible;
  }

  /** Whoever holds the lock got to wait for another in a way that this one rules out. */
  private boolean apart(Way way, Edge next) {
    List<Frame> outer = way(next).frames();
    Set<Tested> theirs = outer.get(outer.size() - 1).tests();
    for (Frame frame : way.frames()) {
      for (Tested a : frame.tests()) {
        for (Tested b : theirs) {
          if (a.opposes(b) && same(a.place(), b.place(), frame.lock(), next.held().place())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean same(Place a, Place b, Place lock, Place held) {
    return a.isGlobal() && a.equals(b) || lock != null && owners.same(a, lock, b, held);
  }

  private Way way(Edge e) {
    Way known = ways.get(e);
    if (known == null) {
      known = find(e);
      ways.put(e, known);
    }
    return known;
  }

  /** The same nesting by a way that is possible, where the one that is known is not. */
  Edge witness(Edge e) {
    return witnesses.getOrDefault(e, e);
  }

  private Way find(Edge e) {
    Way first = along(e);
    if (!first.possible()) {
      for (Edge other : Routes.of(e, flows)) {
        Way way = along(other);
        if (way.possible()) {
          witnesses.put(e, other);
          return way;
        }
      }
    }
    return first;
  }

  private Way along(Edge e) {
    List<MethodRef> methods = new ArrayList<>(List.of(e.in()));
    e.via().forEach(v -> methods.add(v.callee()));
    List<Frame> frames = new ArrayList<>();
    Told told = new Told(Set.of(), !siblings.cross(methods));
    for (int i = methods.size() - 1; i >= 0 && told.possible(); i--) {
      boolean last = i == e.via().size();
      MethodFlow flow = flows.flow(methods.get(i)).orElse(null);
      if (flow == null) {
        told = new Told(Set.of(), true);
      } else {
        Site at = last ? e.site() : e.via().get(i).site();
        told = outward(told.tests(), flow, at, last ? null : methods.get(i + 1));
      }
      frames.add(
          new Frame(
              i == 0 ? e.acquired().place() : Routes.lock(methods.get(i), e, flows), told.tests()));
    }
    return new Way(frames, told.possible());
  }

  /** In the terms of a caller, with what it tests itself, whichever operation of a line it is. */
  private Told outward(Set<Tested> inner, MethodFlow flow, Site site, MethodRef callee) {
    Set<Tested> common = null;
    boolean any = false;
    for (int n : tests.at(flow, site)) {
      Optional<Terms> terms = callee == null ? Optional.empty() : terms(flow, n, callee);
      if (callee == null || terms.isPresent()) {
        any = true;
        Set<Tested> here = new LinkedHashSet<>(tests.before(flow, n));
        if (terms.isEmpty() || agrees(inner, terms.get(), here)) {
          common = common == null ? here : common;
          common.retainAll(here);
        }
      }
    }
    return common == null ? new Told(Set.of(), !any) : new Told(common, true);
  }

  private Optional<Terms> terms(MethodFlow flow, int n, MethodRef callee) {
    if (!(flow.op(n) instanceof Op.Call call)) {
      return Optional.empty();
    }
    for (MethodInfo target : flows.targets(call, n, flow)) {
      if (target.ref().equals(callee)) {
        return Optional.of(new Terms(flow.args(n), call.dispatch() != Op.Dispatch.STATIC));
      }
    }
    return flows.handoffs().of(call, n, flow).stream()
        .filter(h -> !h.later() && h.target().ref().equals(callee))
        .map(h -> new Terms(h.args(), h.receiver()))
        .findFirst();
  }

  /** Adds what a callee's tests find to what is known before the call; false if they cannot. */
  private boolean agrees(Set<Tested> inner, Terms terms, Set<Tested> here) {
    for (Tested a : inner) {
      Sym asked = terms.sym(new Sym.At(a.place(), -1), -1);
      if (asked instanceof Sym.Lit lit && denies(lit.value(), a)) {
        return false;
      }
      if (asked instanceof Sym.At at) {
        Tested moved = a.at(at.place());
        if (here.stream().anyMatch(moved::denies) || denies(at.place(), a)) {
          return false;
        }
        if (Summarizer.portable(at.place())) {
          here.add(moved);
        }
      }
    }
    return true;
  }

  private static boolean denies(Object passed, Tested a) {
    return switch (a.what()) {
      case FLAG -> passed instanceof Boolean b && b != a.value();
      case NULL -> (passed == null) != a.value();
      case IS -> a.key().equals(passed) != a.value();
      case ASKED -> false;
    };
  }

  /** An object made by the caller is not null, and gives the answers of its own class. */
  private boolean denies(Place made, Tested a) {
    String name = Tested.constant(made);
    if (a.what() == Tested.What.IS && name != null) {
      return name.equals(a.key()) != a.value();
    }
    if (!(made.root() instanceof Root.Fresh) || !made.path().isEmpty()) {
      return false;
    }
    return switch (a.what()) {
      case FLAG, IS -> false;
      case NULL -> a.value();
      case ASKED ->
          constant(((MethodRef) a.key()).in(made.type())).filter(v -> v != a.value()).isPresent();
    };
  }

  /** What a method without any choice answers. */
  private Optional<Boolean> constant(MethodRef method) {
    return flows
        .hierarchy()
        .resolve(method)
        .flatMap(MethodInfo::body)
        .filter(b -> b.blocks().size() == 1 && b.blocks().get(0).ops().size() == 1)
        .map(b -> b.blocks().get(0).ops().get(0))
        .flatMap(op -> op instanceof Op.Return r ? r.value() : Optional.empty())
        .flatMap(
            v -> v instanceof Value.Const k ? Optional.ofNullable(k.value()) : Optional.empty())
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }
}
