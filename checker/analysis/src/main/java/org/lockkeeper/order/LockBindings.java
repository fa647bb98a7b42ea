package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * What the locks of a nesting are where its lambda, its object or its call is made: {@code new
 * Worker(a, b)} and {@code new Worker(b, a)} run the same code with the two the other way round.
 */
final class LockBindings {
  private static final int MAX_SITES = 8;
  private static final int MAX_DEPTH = 3;
  private static final int CHOSEN = -1;

  private final Map<MethodRef, List<Site>> sites = new HashMap<>();
  private final Map<FieldRef, Input> inputs = new HashMap<>();

  /** Where a lambda, an object or a call gets its arguments, without receiver. */
  private record Site(MethodFlow flow, Sym[] args, int first) {
    Sym arg(int index) {
      int at = index + first;
      return at < args.length ? args[at] : null;
    }
  }

  /** The parameter that a field gets its content from. */
  private record Input(MethodRef maker, int param) {}

  /** Two locks as the maker knows them. */
  record Pair(Place held, Place acquired, boolean ring) {}

  /** Takes in one operation. */
  void see(MethodFlow flow, Op op, int n, Point at) {
    if (op instanceof Op.New made && made.function().isPresent()) {
      Op.Function f = made.function().get();
      add(f.target(), new Site(flow, flow.args(n), f.dispatch() == Op.Dispatch.STATIC ? 0 : 1));
    } else if (op instanceof Op.Call call && twins(call.method())) {
      add(
          call.method(),
          new Site(flow, flow.args(n), call.dispatch() == Op.Dispatch.STATIC ? 0 : 1));
    } else if (op instanceof Op.Write w) {
      written(w, flow, at);
    }
  }

  private void add(MethodRef method, Site site) {
    List<Site> all = sites.computeIfAbsent(method, k -> new ArrayList<>());
    if (all.size() < MAX_SITES) {
      all.add(site);
    }
  }

  /** Two parameters of one type may change places. */
  private static boolean twins(MethodRef method) {
    List<String> types = method.params();
    for (int i = 0; i < types.size(); i++) {
      boolean lock =
          method.isConstructor() && !Primitives.is(types.get(i)) || LockNodes.library(types.get(i));
      if (lock && types.subList(i + 1, types.size()).contains(types.get(i))) {
        return true;
      }
    }
    return false;
  }

  private void written(Op.Write w, MethodFlow flow, Point at) {
    FieldRef field = w.slot().field();
    if (field.name().startsWith("val$") && at.sym(w.value()) != null) {
      MethodRef maker = new MethodRef(field.owner(), field.name(), List.of(), "");
      inputs.putIfAbsent(field, new Input(maker, 0));
      add(maker, new Site(flow, new Sym[] {at.sym(w.value())}, 0));
    } else if (flow.method().ref().isConstructor()
        && field.owner().equals(flow.method().ref().owner())
        && at.sym(w.value()) instanceof Sym.At value
        && value.place().path().isEmpty()
        && value.place().root() instanceof Root.Param p) {
      input(field, new Input(flow.method().ref(), p.index()));
    }
  }

  /** A constructor that puts one parameter or another there, has chosen. */
  private void input(FieldRef field, Input from) {
    Input known = inputs.putIfAbsent(field, from);
    if (known != null && known.maker().equals(from.maker()) && known.param() != from.param()) {
      inputs.put(field, new Input(from.maker(), CHOSEN));
    }
  }

  /** Every way in which makers and callers choose the two locks; empty when they do not. */
  List<Pair> of(LockGraph.Edge e, Flows flows) {
    List<Pair> found = new ArrayList<>();
    Place held = e.held().place();
    MethodFlow flow = flows.flow(e.in()).orElse(null);
    if (flow == null) {
      return found;
    }
    if (neighbours(e, flow, flows)) {
      return List.of(new Pair(held, e.acquired().place(), true));
    }
    expand(flow, held, e.acquired().place(), MAX_DEPTH, found);
    found.removeIf(p -> p.held().equals(held) || p.held().equals(p.acquired()) && !p.ring());
    return found;
  }

  /** Two elements of an array that a task has captured, picked by its number. */
  private static boolean neighbours(LockGraph.Edge e, MethodFlow flow, Flows flows) {
    Place held = e.held().place();
    Place acquired = e.acquired().place();
    return flow.method().isLambda()
        && held.root() instanceof Root.Param
        && held.root().equals(acquired.root())
        && !held.equals(acquired)
        && new Picked(flows, flow).differently(held, acquired);
  }

  private void expand(MethodFlow flow, Place a, Place b, int depth, List<Pair> into) {
    Input one = input(a, flow);
    Input other = input(b, flow);
    boolean together =
        one != null && other != null && one.maker().equals(other.maker()) && !one.equals(other);
    boolean captured = one != null && other != null && capture(one) && capture(other);
    if (depth == 0 || into.size() > MAX_SITES || one == null && other == null) {
      if (depth < MAX_DEPTH && named(a) && named(b)) {
        into.add(new Pair(a, b, false));
      }
    } else if (together) {
      List<Site> all = sites.getOrDefault(one.maker(), List.of());
      for (Site site : all) {
        pair(site, site, a, b, one, other, depth, all.size() == 1, into);
      }
    } else if (captured) {
      Site left = sites.get(one.maker()).get(0);
      Site right = sites.get(other.maker()).get(0);
      pair(left, right, a, b, one, other, depth, false, into);
    } else if (named(a) || named(b)) {
      mixed(a, b, one == null ? other : one, one == null, depth, into);
    }
  }

  private static boolean capture(Input input) {
    return input.maker().name().startsWith("val$");
  }

  /** One lock is a captured variable, the other has a name of its own. */
  private void mixed(Place a, Place b, Input in, boolean second, int depth, List<Pair> into) {
    boolean visible = (second ? a : b).root() instanceof Root.Static;
    for (Site site : visible ? sites.getOrDefault(in.maker(), List.<Site>of()) : List.<Site>of()) {
      Place bound = bound(second ? b : a, site.arg(in.param()), site.flow());
      if (bound != null) {
        expand(site.flow(), second ? a : bound, second ? bound : b, depth - 1, into);
      }
    }
  }

  private void pair(
      Site left,
      Site right,
      Place a,
      Place b,
      Input one,
      Input other,
      int depth,
      boolean only,
      List<Pair> into) {
    Sym first = left.arg(one.param());
    Sym second = right.arg(other.param());
    Place x = bound(a, first, left.flow());
    Place y = bound(b, second, right.flow());
    if (only && x != null && y != null && ring(first, second, left.flow())) {
      into.add(new Pair(x, y, true));
    } else if (x != null && y != null) {
      expand(left.flow(), x, y, depth - 1, into);
    }
  }

  /** Neighbours of one array, the last one's neighbour being the first. */
  private static boolean ring(Sym a, Sym b, MethodFlow flow) {
    return a instanceof Sym.At x
        && b instanceof Sym.At y
        && part(x.place())
        && part(y.place())
        && !x.place().equals(y.place())
        && x.place().parent().equals(y.place().parent())
        && wraps(x.origin(), flow) != wraps(y.origin(), flow);
  }

  private static boolean part(Place place) {
    return place.last().filter(Step.Part.class::isInstance).isPresent();
  }

  /** Whether an index is a remainder. */
  static boolean remainder(Sym index) {
    return index instanceof Sym.Calc c && c.operator().equals("%");
  }

  /** Whether the index of an element of an array or list is a remainder. */
  private static boolean wraps(int read, MethodFlow flow) {
    if (read >= 0 && flow.op(read) instanceof Op.Call) {
      return java.util.Arrays.stream(flow.args(read)).anyMatch(LockBindings::remainder);
    }
    if (read < 0 || !(flow.op(read) instanceof Op.Read r) || r.slot().index().isEmpty()) {
      return false;
    }
    boolean[] found = new boolean[1];
    flow.replay(
        (op, n, at) -> {
          found[0] |= n == read && remainder(at.sym(r.slot().index().get()));
        });
    return found[0];
  }

  private Input input(Place place, MethodFlow flow) {
    if (place.root() instanceof Root.Param p) {
      MethodRef method = flow.method().ref();
      return sites.containsKey(method) ? new Input(method, p.index()) : null;
    }
    Input in =
        place.root() instanceof Root.This
                && !place.path().isEmpty()
                && place.path().get(0) instanceof Step.Field f
            ? inputs.get(f.ref())
            : null;
    return in == null || in.param() == CHOSEN ? null : in;
  }

  /** The same place, seen by the maker; {@code null} when it cannot name it. */
  private static Place bound(Place place, Sym arg, MethodFlow flow) {
    if (!(arg instanceof Sym.At at)) {
      return null;
    }
    Optional<Place> base = Optional.of(settled(at.place(), flow));
    int skip = place.root() instanceof Root.Param ? 0 : 1;
    for (Step step : place.path().subList(skip, place.path().size())) {
      base = base.flatMap(p -> p.then(step, place.type()));
    }
    return base.orElse(null);
  }

  /** A local variable that others see gets a name that they share. */
  static Place settled(Place place, MethodFlow flow) {
    if (!(place.root() instanceof Root.Fresh made)) {
      return place;
    }
    String scope = flow.method().ref() + ":" + made.op() + ".";
    FieldRef local = new FieldRef(scope, name(made.op(), flow), place.rootType());
    Optional<Place> base = Optional.of(Place.ofStatic(local));
    for (Step step : place.path()) {
      base = base.flatMap(p -> p.then(step, place.type()));
    }
    return base.orElse(place);
  }

  /** Whether a name stands for an object that a method made for itself. */
  static boolean local(FieldRef name) {
    return name.owner().endsWith(".");
  }

  /** The variable that keeps a new object, or else its type. */
  private static String name(int made, MethodFlow flow) {
    Op maker = flow.op(made);
    int block = flow.blockOf(made);
    Block in = flow.body().blocks().get(block);
    for (Op op : in.ops().subList(made - flow.first(block), in.ops().size())) {
      if (op instanceof Op.Copy copy
          && copy.operator().isEmpty()
          && maker instanceof Op.New n
          && copy.from().contains(n.to())) {
        return copy.to().name();
      }
    }
    return maker instanceof Op.New n ? "new " + MethodRef.simple(n.type()) : "made here";
  }

  /** Whether a lock has a name of its own, the same in every thread. */
  static boolean named(Place place) {
    return place.root() instanceof Root.Static
        || place.root() instanceof Root.ClassObject
        || place.root() instanceof Root.This && !place.path().isEmpty();
  }

  /** Two fields of one object, or two static ones, are there to hold two objects; so are locals. */
  static boolean distinct(LockGraph.Edge e) {
    Optional<FieldRef> a = e.held().place().field();
    Optional<FieldRef> b = e.acquired().place().field();
    if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
      return false;
    }
    boolean made = local(a.get()) && local(b.get());
    return made
        || a.get().owner().equals(b.get().owner())
            && e.held().place().parent().equals(e.acquired().place().parent());
  }
}
