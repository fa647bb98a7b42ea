package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lockkeeper.flow.KeyedLocks;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** Objects that one method picks out of a container by key or index, to lock them. */
final class Picked {
  private static final int MAX_DEPTH = 4;

  /** Stands for a number that the object has, beside the positions of parameters. */
  private static final int OWN = -1;

  private final Flows flows;
  private final MethodFlow flow;

  /** By one solved method. */
  Picked(Flows flows, MethodFlow flow) {
    this.flows = flows;
    this.flow = flow;
  }

  /** Whether two objects come out of one container, picked by different arguments. */
  boolean differently(Place one, Place other) {
    Place a = of(one);
    Place b = of(other);
    boolean two = a != null && b != null && !a.equals(b);
    if (!two || !below(one, a).equals(below(other, b)) || !together(a, b)) {
      return false;
    }
    Set<Integer> first = by(a);
    Set<Integer> second = by(b);
    if (Parts.isElement(a) && Parts.isElement(a.parent())) {
      return !first.isEmpty() && !second.isEmpty() && Collections.disjoint(first, second);
    }
    boolean single = first.size() == 1 && second.size() == 1;
    boolean apart = !first.equals(second) && !first.contains(OWN) && !second.contains(OWN);
    return single && (apart || first.equals(second) && wraps(a) != wraps(b));
  }

  /** Whether a test looks at all the arguments that two objects are picked by. */
  boolean compares(Op.Test test, Point at, Place one, Place other) {
    Place a = of(one);
    Place b = of(other);
    Set<Integer> compared = new HashSet<>();
    params(at.sym(test.left()), MAX_DEPTH, compared);
    params(at.sym(test.right()), MAX_DEPTH, compared);
    return a != null && b != null && compared.containsAll(by(a)) && compared.containsAll(by(b));
  }

  /** The element of a container that is locked, or whose lock is; {@code null} for other places. */
  private Place of(Place place) {
    Place whole = place;
    while (!whole.path().isEmpty() && !(whole.last().get() instanceof Step.Part)) {
      whole = whole.parent();
    }
    if (!whole.path().isEmpty()) {
      return whole;
    }
    return finder(place) != null ? Place.of(place.root(), place.rootType()) : null;
  }

  /** The way from an element to its lock. */
  private static List<Step> below(Place lock, Place element) {
    return lock.path().subList(element.path().size(), lock.path().size());
  }

  /** The array of a row, of which the element is one. */
  private static Place table(Place element) {
    Place row = element.parent();
    return Parts.isElement(row) ? table(row) : row;
  }

  private boolean together(Place a, Place b) {
    Op.Call one = finder(a);
    Op.Call other = finder(b);
    if (one == null || other == null) {
      return one == other && table(a).equals(table(b));
    }
    boolean receiver = one.dispatch() != Op.Dispatch.STATIC;
    boolean same = !receiver || args(a)[0].where().equals(args(b)[0].where());
    return same && one.method().equals(other.method());
  }

  /** The call that found the object for a key; {@code null} for other objects. */
  private Op.Call finder(Place place) {
    boolean called =
        place.root() instanceof Root.Unknown u
            && u.op() >= 0
            && u.op() < flow.ops()
            && flow.op(u.op()) instanceof Op.Call;
    Op.Call call = called ? (Op.Call) flow.op(((Root.Unknown) place.root()).op()) : null;
    return call != null && finds(call) ? call : null;
  }

  /** Whether a call looks into a container, or into one by a helper. */
  private boolean finds(Op.Call call) {
    boolean[] found = {flow.meaning(call.method()).finds().isPresent()};
    for (MethodInfo target : flow.targets(call)) {
      flows
          .flow(target.ref())
          .ifPresent(
              f -> f.calls((c, n) -> found[0] |= flow.meaning(c.method()).finds().isPresent()));
    }
    return found[0];
  }

  private Sym[] args(Place found) {
    return flow.args(((Root.Unknown) found.root()).op());
  }

  /** Whether it is picked by a remainder, so that the last one's neighbour is the first. */
  private boolean wraps(Place part) {
    return keys(part).stream().anyMatch(LockBindings::remainder);
  }

  /** Positions of the parameters that the key or index depends on. */
  private Set<Integer> by(Place part) {
    Set<Integer> params = new HashSet<>();
    keys(part).forEach(key -> params(key, MAX_DEPTH, params));
    if (Parts.isElement(part) && Parts.isElement(part.parent())) {
      params.addAll(by(part.parent()));
    }
    return params;
  }

  /** What an object is picked by. */
  private List<Sym> keys(Place part) {
    if (finder(part) != null) {
      return Arrays.asList(args(part));
    }
    List<Sym> keys = new ArrayList<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Read read && read.slot().index().isPresent()) {
            if (flow.cell(read.slot(), at).filter(part::equals).isPresent()) {
              keys.add(at.sym(read.slot().index().get()));
            }
          } else if (op instanceof Op.Enter enter) {
            Place place = KeyedLocks.monitor(enter.lock(), at, flow, flows);
            if (at.sym(enter.lock()) instanceof Sym.At a) {
              called(new Sym.At(place, a.origin()), part, keys);
            }
          } else if (op instanceof Op.Call call && call.dispatch() != Op.Dispatch.STATIC) {
            called(flow.args(n)[0], part, keys);
          }
        });
    return keys;
  }

  private void called(Sym lock, Place part, List<Sym> into) {
    if (lock instanceof Sym.At a && a.place().equals(part) && a.origin() >= 0) {
      into.addAll(Arrays.asList(flow.args(a.origin())));
    }
  }

  private void params(Sym sym, int depth, Set<Integer> into) {
    if (sym == null || depth == 0) {
      return;
    }
    for (Sym leaf : sym.leaves()) {
      if (leaf instanceof Sym.At a) {
        if (a.place().root() instanceof Root.Param p) {
          into.add(p.index());
        } else if (a.place().root() instanceof Root.This && Primitives.is(a.place().type())) {
          into.add(OWN);
        } else if (a.place().path().isEmpty()) {
          for (Sym arg : flow.args(a.origin())) {
            params(arg, depth - 1, into);
          }
        }
      }
    }
  }
}
