package org.lockkeeper.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/**
 * Loops in the shape of calls: recursion whose depth or breadth nothing in the arguments bounds.
 */
final class Recursions {
  private final Flows flows;

  /** A call that closes a circle. */
  record Circle(int op, Site site, String why) {}

  Recursions(Flows flows) {
    this.flows = flows;
  }

  /** Circles that close in this method, at most one. */
  List<Circle> in(MethodFlow flow) {
    List<Circle> endless = new ArrayList<>();
    Set<Integer> shrinking = new TreeSet<>();
    flow.calls(
        (call, n) -> {
          if (closes(call, n, flow)) {
            if (unchanged(call, n, flow)) {
              endless.add(new Circle(n, call.site(), "nothing changes from call to call"));
            } else if (self(call, n, flow) && smaller(flow.args(n))) {
              shrinking.add(n);
              if (rest(call, n, flow) && looped(n, flow)) {
                endless.add(new Circle(n, call.site(), "every call makes many more"));
              }
            }
          }
        });
    if (endless.isEmpty() && shrinking.size() > 1) {
      int first = shrinking.iterator().next();
      endless.add(new Circle(first, flow.op(first).site(), "every call makes two more"));
    }
    return endless.isEmpty() ? endless : endless.subList(0, 1);
  }

  private boolean self(Op.Call call, int n, MethodFlow flow) {
    return flows.targets(call, n, flow).equals(List.of(flow.method()));
  }

  /** The callee is the method itself, or one before it that calls it with what it was given. */
  private boolean closes(Op.Call call, int n, MethodFlow flow) {
    if (self(call, n, flow)) {
      return true;
    }
    List<MethodInfo> targets = flows.targets(call, n, flow);
    if (targets.size() != 1 || targets.get(0).site() == null) {
      return false;
    }
    MethodInfo other = targets.get(0);
    boolean before =
        other.ref().owner().equals(flow.method().ref().owner())
            && other.site().line() < flow.method().site().line();
    boolean[] back = new boolean[1];
    if (before) {
      flows
          .flow(other.ref())
          .ifPresent(
              f ->
                  f.calls(
                      (c, m) ->
                          back[0] |=
                              flows.targets(c, m, f).equals(List.of(flow.method()))
                                  && unchanged(c, m, f)));
    }
    return back[0];
  }

  /** All arguments but those that get smaller are passed on as they are. */
  private static boolean rest(Op.Call call, int n, MethodFlow flow) {
    return unchanged(call, n, flow, arg -> smaller(new Sym[] {arg}));
  }

  private static boolean looped(int n, MethodFlow flow) {
    return new Loops(flow).all().stream().anyMatch(l -> l.blocks().get(flow.blockOf(n)));
  }

  /** Every argument is the parameter of the same position, or there is none. */
  private static boolean unchanged(Op.Call call, int n, MethodFlow flow) {
    return unchanged(call, n, flow, arg -> false);
  }

  private static boolean unchanged(Op.Call call, int n, MethodFlow flow, Predicate<Sym> aside) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    for (int i = 0; i < args.length; i++) {
      Root root =
          args[i] instanceof Sym.At at && at.place().path().isEmpty() ? at.place().root() : null;
      boolean same =
          receiver && i == 0
              ? root instanceof Root.This
              : root instanceof Root.Param p && p.index() == (receiver ? i - 1 : i);
      if (!same && !aside.test(args[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean smaller(Sym[] args) {
    for (Sym arg : args) {
      if (arg instanceof Sym.Calc c && c.operator().equals("-") && c.parts().size() == 2) {
        return true;
      }
    }
    return false;
  }
}
